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
    readonly SqliteConnection connection;
    readonly string folder;
    FileStream? mine;

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
        using SqliteCommand insert = Command(
            "INSERT INTO campaign(build, target, arguments) VALUES($build, $target, $arguments) "
            + "RETURNING id",
            ("$build", build), ("$target", target),
            ("$arguments", JsonSerializer.Serialize(arguments)));
        long id = Convert.ToInt64(insert.ExecuteScalar(), CultureInfo.InvariantCulture);
        mine = Lock(id) ?? throw new IOException($"campaign {id} of {folder} is locked");
        whole.Commit();
        return id;
    }

    /// <summary>
    /// The last campaign that did not come to its end, and makes it this process's; null when there
    /// is none that no other process is at.
    /// </summary>
    public UnfinishedCampaign? TakeLast()
    {
        using SqliteCommand select = Command(
            "SELECT id, build, arguments, check_point FROM campaign WHERE ended IS NULL "
            + "ORDER BY id DESC");
        using SqliteDataReader rows = select.ExecuteReader();
        while (rows.Read())
        {
            mine = Lock(rows.GetInt64(0));
            if (mine is not null)
            {
                return new UnfinishedCampaign(
                    rows.GetInt64(0), rows.GetString(1),
                    JsonSerializer.Deserialize<string[]>(rows.GetString(2))!,
                    rows.IsDBNull(3) ? null : rows.GetFieldValue<byte[]>(3));
            }
        }

        return null;
    }

    /// <summary>Writes down how far a campaign is, in place of what was written before.</summary>
    public void Keep(long campaign, CheckPoint point)
    {
        using MemoryStream bytes = new();
        using BinaryWriter output = new(bytes);
        point.Write(output);
        output.Flush();
        Run(
            "UPDATE campaign SET check_point = $point, traces = $traces, commands = $commands, "
            + "seconds = $seconds, changed = CURRENT_TIMESTAMP WHERE id = $id",
            ("$point", bytes.ToArray()), ("$traces", point.Figures.Traces),
            ("$commands", point.Figures.Commands),
            ("$seconds", point.Figures.Time.TotalSeconds), ("$id", campaign));
    }

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

    /// <summary>Held until the process ends, however it does; null: another holds it.</summary>
    FileStream? Lock(long campaign)
    {
        try
        {
            return new FileStream(
                Path.Combine(folder, $"campaign-{campaign}.lock"), FileMode.OpenOrCreate,
                FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
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
/// <param name="CheckPoint">How far it came, as bytes; null: it had not done anything.</param>
sealed record UnfinishedCampaign(
    long Id, string Build, IReadOnlyList<string> Arguments, byte[]? CheckPoint);
