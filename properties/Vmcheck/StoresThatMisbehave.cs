// SPDX-License-Identifier: GPL-2.0-only
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Verification.Search;
using Verification.Vmcheck;
using Xunit;

namespace Verification.Properties;

/// <summary>What may stand in a store, or keep hold of it, besides what `check` put there.</summary>
public sealed class StoresThatMisbehave : IDisposable
{
    readonly TemporaryFolder store = new();

    public void Dispose() => store.Dispose();

    /// <summary>Nobody writes into the pipe, and the device has no end.</summary>
    [Theory]
    [InlineData("mkfifo p.trace")]
    [InlineData("ln -s /dev/zero p.trace")]
    [InlineData("mkfifo q; ln -s q p.trace")]
    [InlineData("mkdir p.trace")]
    public async Task Have_pipes_and_devices_passed_over_aloud(string make)
    {
        await Shell(make);

        (ExitCode code, _, string error) = await Check("--traces", "8");

        // A folder is no file at all.
        Assert.Equal(
            (ExitCode.Clean, make.StartsWith("mkdir", StringComparison.Ordinal) ? "" : $"vmcheck: "
                + $"{store.Of("p.trace")} is no ordinary file; it is passed over\n"),
            (code, error));
    }

    /// <summary>Where a finding would be written there is something that never ends.</summary>
    [Theory]
    [InlineData("mkfifo")]
    [InlineData("ln -s /dev/zero")]
    public async Task Get_a_finding_beside_what_has_its_name(string make)
    {
        const string Name = "TablesDoNotReclaimMore-__vmalloc-made";
        await Shell($"{make} {Name}.trace");

        (ExitCode code, _, _) = await Check(
            "--traces", "48", "--seed", "11", "--faithful", "--machine", "toy", "--era", "2.6.32");

        Assert.Equal(ExitCode.Violation, code);
        Assert.True(File.Exists(store.Of($"{Name}-2.trace")));
    }

    [Theory]
    [InlineData("mkdir campaigns.db")]
    [InlineData("ln -s campaigns.db campaigns.db")]
    [InlineData("ln -s nowhere campaigns.db")]
    [InlineData("mkfifo campaigns.db")]
    public async Task Are_refused_where_the_database_is_no_file(string make)
    {
        await Shell(make);

        (ExitCode code, _, string error) = await Check("--traces", "8");

        Assert.Equal(
            (ExitCode.BadInput, $"vmcheck: {store.Of("campaigns.db")} is no ordinary file: it stays "
                + "as it is; move it away, or name another folder with --store\n"),
            (code, error));
    }

    [Theory]
    [InlineData("DROP TABLE trace")]
    [InlineData("ALTER TABLE campaign DROP COLUMN seconds")]
    public async Task Are_refused_where_a_table_is_not_ours(string change)
    {
        await Check("--traces", "1");
        StoreBook.Ask(store.Path, change);

        (ExitCode code, _, string error) = await Check("--traces", "8");

        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains("lacks a table, or has one that is made otherwise: it stays", error);
    }

    /// <summary>The target is not there either.</summary>
    [Fact]
    public async Task Are_refused_before_a_target_is_looked_for()
    {
        await File.WriteAllTextAsync(store.Of("campaigns.db"), "junk, and no database at all");

        (ExitCode code, _, _) = await Check("--target", "c:no-such.so");

        Assert.Equal(ExitCode.BadInput, code);
    }

    [Fact]
    public async Task Are_not_made_for_a_target_that_is_not_there()
    {
        (ExitCode code, _, _) = await VmcheckProcess.Run(
            "check", "--target", "c:no-such.so", "--store", store.Of("new"));

        Assert.Equal((ExitCode.TargetUnavailable, false), (code, Path.Exists(store.Of("new"))));
    }

    [Fact]
    public async Task May_be_a_file_which_is_said_and_left()
    {
        string file = store.Of("file");
        await File.WriteAllTextAsync(file, "mine");

        (ExitCode code, _, string error) =
            await VmcheckProcess.Run("check", "--traces", "8", "--store", file);

        Assert.Equal(ExitCode.Clean, code);
        Assert.StartsWith(
            $"vmcheck: the store {file} cannot be used: it is a file, not a folder; ", error);
        Assert.Equal("mine", await File.ReadAllTextAsync(file));
    }

    /// <summary>Ten findings wait once, not twenty times.</summary>
    [Fact]
    public async Task Locked_by_another_process_let_the_hunt_go_on_after_two_seconds()
    {
        await Check("--traces", "1");
        await using SqliteConnection other = new(
            $"Data Source={store.Of("campaigns.db")};Pooling=False");
        other.Open();
        await using SqliteCommand hold = other.CreateCommand();
        hold.CommandText = "BEGIN EXCLUSIVE";
        hold.ExecuteNonQuery();

        using TraceStore kept = new(store.Path, TextWriter.Null);
        long began = Stopwatch.GetTimestamp();
        kept.Look();
        kept.Begin(Build.OfSuite, "model", []);
        Assert.InRange(Stopwatch.GetElapsedTime(began).TotalSeconds, 0.5, 3);
        (ExitCode code, string output, string error) = await Check(
            "--traces", "48", "--seed", "11", "--faithful", "--machine", "toy", "--era", "2.6.32");

        Assert.Equal(ExitCode.Violation, code);
        Assert.Contains("NoCallEndsInABug", output);
        Assert.StartsWith(
            $"vmcheck: the store {store.Path} cannot be used: another process keeps its database "
                + "locked; ", error);
    }

    /// <summary>The lock comes in the middle; the next check point has what this one had.</summary>
    [Fact]
    public void Locked_in_the_middle_wait_once_for_a_check_point_and_never_for_the_rest()
    {
        using TraceStore kept = new(store.Path, TextWriter.Null);
        kept.Begin(Build.OfSuite, "model", []);
        CheckPoint point = new();
        point.Done.Add(0, 7);
        using (SqliteConnection other = new($"Data Source={store.Of("campaigns.db")};Pooling=False"))
        {
            other.Open();
            using SqliteCommand hold = other.CreateCommand();
            hold.CommandText = "BEGIN EXCLUSIVE";
            hold.ExecuteNonQuery();
            long began = Stopwatch.GetTimestamp();
            kept.Keep(new CheckPoint());
            for (int times = 0; times < 20; times++)
            {
                kept.Ran(new StoredTrace("x.trace", "", null!), fails: true);
            }

            Assert.InRange(Stopwatch.GetElapsedTime(began).TotalSeconds, 0.5, 3);
        }

        kept.Keep(point);
        kept.Dispose();
        using TraceStore again = new(store.Path, TextWriter.Null);
        Assert.Equal(7, again.TakeLast().CheckPoint.Done.Count);
    }

    /// <summary>Root may write where the mode says that nobody may, but not to such a mount.</summary>
    [MountFact]
    public async Task That_are_read_only_are_no_place_to_go_on()
    {
        using (CampaignBook book = new(store.Path))
        {
            book.Begin(Build.OfSuite, "model", ["--traces", "8"]);
        }

        using Process shell = Process.Start(new ProcessStartInfo("sh",
        [
            "-c",
            $"unshare --mount sh -c 'mount --bind {store.Path} {store.Path} && "
            + $"mount -o remount,bind,ro {store.Path} && exec dotnet "
            + $"{typeof(Verb).Assembly.Location} check --resume --store {store.Path}'",
        ])
        {
            UseShellExecute = false, RedirectStandardError = true,
        })!;
        string error = await shell.StandardError.ReadToEndAsync();
        await shell.WaitForExitAsync();

        Assert.Equal((int)ExitCode.BadInput, shell.ExitCode);
        Assert.StartsWith(
            $"vmcheck: --resume: the store {store.Path} cannot be used: Read-only file system",
            error);
        Assert.DoesNotContain("unfinished", error);
    }

    Task<(ExitCode Code, string Output, string Error)> Check(params string[] args) =>
        VmcheckProcess.Run(["check", .. args, "--store", store.Path]);

    async Task Shell(string line)
    {
        using Process shell = Process.Start(new ProcessStartInfo("sh", ["-c", line])
        {
            UseShellExecute = false, WorkingDirectory = store.Path,
        })!;
        await shell.WaitForExitAsync();
        Assert.Equal(0, shell.ExitCode);
    }
}
