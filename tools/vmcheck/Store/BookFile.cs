// SPDX-License-Identifier: GPL-2.0-only
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Verification.Vmcheck;

/// <summary>
/// The database of a store, with a rollback journal: a process that ends in the middle of a change
/// leaves what was before, or all of what is after.
/// </summary>
static class BookFile
{
    /// <summary>In the folder of the store.</summary>
    public const string Name = "campaigns.db";

    /// <summary>"vmck": what tells our databases from others.</summary>
    const int Application = 0x766d636b;

    /// <summary>Raised when a table changes; a book of a higher one is not touched.</summary>
    const int Version = 1;

    /// <summary>So long one process waits for another; of a hunt nothing waits longer.</summary>
    const int SecondsToWait = 1;

    const string Tables = """
        CREATE TABLE campaign(
            id INTEGER PRIMARY KEY,
            begun TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
            changed TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
            ended TEXT,
            build TEXT NOT NULL,
            target TEXT NOT NULL,
            arguments TEXT NOT NULL,
            traces INTEGER NOT NULL DEFAULT 0,
            commands INTEGER NOT NULL DEFAULT 0,
            seconds REAL NOT NULL DEFAULT 0,
            check_point BLOB);
        CREATE TABLE cluster(
            target TEXT NOT NULL,
            law TEXT NOT NULL,
            site TEXT NOT NULL,
            state TEXT NOT NULL,
            campaigns INTEGER NOT NULL DEFAULT 1,
            first TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
            last TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
            PRIMARY KEY(target, law, site, state));
        CREATE TABLE trace(
            file TEXT PRIMARY KEY,
            hash TEXT NOT NULL,
            fails INTEGER NOT NULL,
            ran TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP);
        """;

    /// <summary>Opens the database of a folder that is there; makes a missing one.</summary>
    /// <exception cref="SqliteException">It cannot be opened or made here.</exception>
    /// <exception cref="VerbException">It is no book of ours, or of a newer vmcheck.</exception>
    public static SqliteConnection Open(string folder)
    {
        string file = PathIn(folder);
        if (IsThere(folder) && !SystemCalls.IsOrdinary(file))
        {
            throw Refused(file, "is no ordinary file");
        }

        SqliteConnection connection = new(new SqliteConnectionStringBuilder
        {
            DataSource = file, Pooling = false, DefaultTimeout = SecondsToWait,
        }.ToString());
        try
        {
            connection.Open();
            Prepare(connection, file);
            return connection;
        }
        catch (SqliteException damaged) when (StoreTrouble.IsDamage(damaged))
        {
            connection.Dispose();
            throw Refused(file, "is no database, or a damaged one");
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Whether something has the name of the database, be it a link to nothing.</summary>
    public static bool IsThere(string folder) =>
        Path.Exists(PathIn(folder)) || new FileInfo(PathIn(folder)).LinkTarget is not null;

    /// <summary>The refusal of a book that is not to be trusted.</summary>
    public static VerbException Refused(string file, string why) => new(
        ExitCode.BadInput,
        $"{file} {why}: it stays as it is; move it away, or name another folder with --store");

    /// <summary>The path of the database of a folder.</summary>
    public static string PathIn(string folder) => Path.Combine(folder, Name);

    static void Prepare(SqliteConnection connection, string file)
    {
        // Two processes may come to a new store at once.
        using SqliteTransaction alone = connection.BeginTransaction(deferred: IsMade(connection));
        if (!IsMade(connection))
        {
            Run(connection, $"PRAGMA application_id = {Application}");
            Run(connection, $"PRAGMA user_version = {Version}");
            Run(connection, Tables);
            alone.Commit();
            return;
        }

        if (Number(connection, "PRAGMA application_id") != Application)
        {
            throw Refused(file, "is a database of something else");
        }

        long version = Number(connection, "PRAGMA user_version");
        if (version != Version)
        {
            throw Refused(file, $"is of version {version}, and this vmcheck knows {Version}");
        }

        using SqliteCommand check = connection.CreateCommand();
        check.CommandText = "PRAGMA quick_check(1)";
        if (check.ExecuteScalar() is not "ok" and var wrong)
        {
            throw Refused(file, $"is damaged ({wrong})");
        }

        if (!HasTables(connection))
        {
            throw Refused(file, "lacks a table, or has one that is made otherwise");
        }
    }

    static bool IsMade(SqliteConnection connection) =>
        Number(connection, "SELECT count(*) FROM sqlite_schema") > 0;

    /// <summary>SQLite keeps the statements that made its tables as they were.</summary>
    static bool HasTables(SqliteConnection connection)
    {
        using SqliteCommand select = connection.CreateCommand();
        select.CommandText = "SELECT sql FROM sqlite_schema WHERE type = 'table'";
        using SqliteDataReader rows = select.ExecuteReader();
        string made = string.Concat(rows.Cast<System.Data.IDataRecord>()
            .Select(static row => $"{row[0]};\n"));
        return Tables.Split(";\n").All(
            table => made.Contains(table.TrimEnd(';'), StringComparison.Ordinal));
    }

    static void Run(SqliteConnection connection, string text)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }

    static long Number(SqliteConnection connection, string text)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = text;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
