// SPDX-License-Identifier: GPL-2.0-only
using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Verification.Search;
using Verification.Spec;

namespace Verification.Vmcheck;

/// <summary>
/// What a store remembers of campaigns: plans, check points, clusters, how its traces went.
/// </summary>
sealed class CampaignBook : IDisposable
{
    /// <summary>EWOULDBLOCK of Linux: what a lock that is held answers; and of Windows.</summary>
    const int WouldBlock = 11;
    const int SharingViolation = unchecked((int)0x80070020);

    /// <summary>Whoever turns back to an older build can go on with its last campaigns.</summary>
    const int MostOfOtherBuilds = 3;

    readonly SqliteConnection connection;
    readonly string folder;
    FileStream? mine;

    /// <summary>The arguments of the campaign, as they are stored.</summary>
    string plan = "";

    /// <exception cref="SqliteException">It cannot be opened or made here.</exception>
    /// <exception cref="VerbException">It is none, or of a newer vmcheck.</exception>
    public CampaignBook(string folder)
    {
        this.folder = folder;
        connection = BookFile.Open(folder);
    }

    /// <summary>Writes down that a campaign begins; returns its number.</summary>
    /// <param name="build">What runs it, in a word that changes with it.</param>
    /// <param name="target">As typed after --target.</param>
    /// <param name="arguments">The options of its plan, as typed.</param>
    public long Begin(string build, string target, IReadOnlyList<string> arguments)
    {
        // It is locked before anybody else can see that it is there.
        using SqliteTransaction whole = connection.BeginTransaction();
        plan = JsonSerializer.Serialize(arguments);
        using SqliteCommand insert = Command(
            "INSERT INTO campaign(build, target, arguments, check_point) "
            + "VALUES($build, $target, $arguments, $point) RETURNING id",
            ("$build", build), ("$target", target), ("$arguments", plan),
            ("$point", KeptPoint.Write(plan, new CheckPoint())));
        long id = Convert.ToInt64(insert.ExecuteScalar(), CultureInfo.InvariantCulture);
        mine = Lock(id) ?? throw new IOException($"campaign {id} of {folder} is locked");
        Sweep();
        whole.Commit();
        return id;
    }

    /// <summary>
    /// The last campaign of this build that did not come to its end, and makes it this process's;
    /// null when there is none that no other process is at.
    /// </summary>
    /// <exception cref="VerbException">What is written of it is damaged.</exception>
    public UnfinishedCampaign? TakeLast()
    {
        using SqliteTransaction whole = connection.BeginTransaction();
        using SqliteCommand select = Command(
            "SELECT id, build, arguments, check_point FROM campaign WHERE ended IS NULL "
            + "AND check_point IS NOT NULL AND instr(build, $suite) = 1 ORDER BY id DESC",
            ("$suite", Build.OfSuite));
        using SqliteDataReader rows = select.ExecuteReader();
        while (rows.Read())
        {
            mine = Lock(rows.GetInt64(0));
            if (mine is not null)
            {
                return Taken(rows);
            }
        }

        return null;
    }

    /// <summary>How many campaigns of other builds can be gone on with by these only.</summary>
    public long OfOtherBuilds()
    {
        using SqliteCommand select = Command(
            "SELECT count(*) FROM campaign WHERE ended IS NULL AND instr(build, $suite) <> 1",
            ("$suite", Build.OfSuite));
        return Convert.ToInt64(select.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    /// <summary>Writes down how far a campaign is, in place of what was written before.</summary>
    public void Keep(long campaign, CheckPoint point) => Run(
        "UPDATE campaign SET check_point = $point, traces = $traces, commands = $commands, "
        + "seconds = $seconds, changed = CURRENT_TIMESTAMP WHERE id = $id",
        ("$point", KeptPoint.Write(plan, point)), ("$traces", point.Figures.Traces),
        ("$commands", point.Figures.Commands),
        ("$seconds", point.Figures.Time.TotalSeconds), ("$id", campaign));

    /// <summary>The campaign came to its end: nobody has to go on with it.</summary>
    public void End(long campaign) => Run(
        "UPDATE campaign SET ended = CURRENT_TIMESTAMP, check_point = NULL WHERE id = $id",
        ("$id", campaign));

    /// <summary>A campaign met a cluster.</summary>
    public void Saw(string target, Cluster cluster) => Run(
        "INSERT INTO cluster(target, law, site, state) VALUES($target, $law, $site, $state) "
        + "ON CONFLICT DO UPDATE SET campaigns = campaigns + 1, last = CURRENT_TIMESTAMP",
        ("$target", target), ("$law", cluster.Law), ("$site", cluster.Site),
        ("$state", cluster.State));

    /// <summary>A stored trace was run, and fails or passes now.</summary>
    public void Ran(StoredTrace trace, bool fails) => Run(
        "INSERT INTO trace(file, hash, fails) VALUES($file, $hash, $fails) "
        + "ON CONFLICT DO UPDATE SET hash = $hash, fails = $fails, ran = CURRENT_TIMESTAMP",
        ("$file", Path.GetFileName(trace.File)), ("$hash", trace.Hash), ("$fails", fails));

    /// <summary>Whether a trace is as it was when it ran last.</summary>
    public bool Knows(StoredTrace trace)
    {
        using SqliteCommand select = Command(
            "SELECT count(*) FROM trace WHERE file = $file AND hash = $hash",
            ("$file", Path.GetFileName(trace.File)), ("$hash", trace.Hash));
        return Convert.ToInt64(select.ExecuteScalar(), CultureInfo.InvariantCulture) > 0;
    }

    public void Dispose()
    {
        if (mine is not null)
        {
            File.Delete(mine.Name);
            mine.Dispose();
        }

        connection.Dispose();
    }

    UnfinishedCampaign Taken(SqliteDataReader row)
    {
        try
        {
            plan = row.GetString(2);
            (CheckPoint point, IReadOnlyList<string> arguments) =
                KeptPoint.Read(plan, row.GetFieldValue<byte[]>(3));
            return new(row.GetInt64(0), row.GetString(1), arguments, point);
        }
        catch (Exception wrong) when (wrong is InvalidDataException or InvalidCastException)
        {
            throw BookFile.Refused(
                BookFile.PathIn(folder), $"is damaged (campaign {row.GetInt64(0)})");
        }
    }

    /// <summary>
    /// Drops what nobody goes on with: check points of other builds but the newest, and locks that
    /// no process holds. In a transaction, so that none of them is just being taken.
    /// </summary>
    void Sweep()
    {
        Run(
            "UPDATE campaign SET check_point = NULL WHERE check_point IS NOT NULL "
            + "AND instr(build, $suite) <> 1 AND id NOT IN (SELECT id FROM campaign "
            + "WHERE ended IS NULL AND instr(build, $suite) <> 1 ORDER BY id DESC LIMIT $most)",
            ("$suite", Build.OfSuite), ("$most", MostOfOtherBuilds));
        foreach (string file in Directory.EnumerateFiles(Path.GetFullPath(folder), "campaign-*.lock"))
        {
            using FileStream? nobodys = file == mine!.Name ? null : Lock(file);
            if (nobodys is not null)
            {
                File.Delete(file);
            }
        }
    }

    FileStream? Lock(long campaign) =>
        Lock(Path.Combine(Path.GetFullPath(folder), $"campaign-{campaign}.lock"));

    /// <summary>Held until the process ends, however it does; null: another holds it.</summary>
    static FileStream? Lock(string file)
    {
        try
        {
            return new FileStream(
                file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException held) when (held.HResult is WouldBlock or SharingViolation)
        {
            return null;
        }
    }

    void Run(string text, params (string Name, object Value)[] values)
    {
        using SqliteCommand command = Command(text, values);
        command.ExecuteNonQuery();
    }

    SqliteCommand Command(string text, params (string Name, object Value)[] values)
    {
        SqliteCommand command = connection.CreateCommand();
        command.CommandText = text;
        foreach ((string name, object value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command;
    }
}

/// <summary>A campaign to go on with.</summary>
/// <param name="Id">Its number in the book.</param>
/// <param name="Build">What ran it.</param>
/// <param name="Arguments">The options of its plan, as typed.</param>
/// <param name="CheckPoint">How far it came.</param>
sealed record UnfinishedCampaign(
    long Id, string Build, IReadOnlyList<string> Arguments, CheckPoint CheckPoint);
