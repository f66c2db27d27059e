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
        string file = Path.Combine(folder, Name);
        SqliteConnection connection = new(new SqliteConnectionStringBuilder
        {
            DataSource = file, Pooling = false,
        }.ToString());
        try
        {
            connection.Open();
            Prepare(connection, file);
            return connection;
        }
        catch (SqliteException damaged) when (damaged.SqliteErrorCode
            is SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_CORRUPT)
        {
            connection.Dispose();
            throw Refused(file, $"is no database, or a damaged one ({damaged.Message})");
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

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
    }

    static bool IsMade(SqliteConnection connection) =>
        Number(connection, "SELECT count(*) FROM sqlite_schema") > 0;

    static VerbException Refused(string file, string why) => new(
        ExitCode.BadInput,
        $"{file} {why}: it stays as it is; move it away, or name another folder with --store");

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
