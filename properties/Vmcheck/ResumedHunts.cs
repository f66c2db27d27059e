// SPDX-License-Identifier: GPL-2.0-only
using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using Verification.Search;
using Verification.Vmcheck;
using Xunit;

namespace Verification.Properties;

/// <summary>`check --resume`.</summary>
public sealed class ResumedHunts : IDisposable
{
    static readonly string[] plan =
        ["--seed", "11", "--traces", "2800", "--machine", "toy", "--faithful", "--jobs", "2"];

    static readonly string[] parts =
    [
        "Verification.Spec", "Verification.Search", "Verification.Model", "Verification.Targets",
        "vmcheck",
    ];

    readonly TemporaryFolder store = new();

    public void Dispose() => store.Dispose();

    /// <summary>Killed twice, a second of work apart.</summary>
    [Trait("Length", "long")]
    [Fact]
    public async Task Of_killed_processes_find_and_count_what_one_does_that_was_not()
    {
        await Killed("check", [.. plan, "--store", store.Path]);
        await Killed("check", "--resume", "--store", store.Path);

        (ExitCode code, string resumed, string error) =
            await VmcheckProcess.Run("check", "--resume", "--store", store.Path, "--json");
        (_, string unbroken, _) = await VmcheckProcess.Run(["check", .. plan, "--json"]);

        Assert.True(code == ExitCode.Violation, error);
        Assert.Equal(Figures(unbroken), Figures(resumed));
    }

    [Fact]
    public async Task Need_a_campaign_that_did_not_end()
    {
        await VmcheckProcess.Run("check", "--traces", "8", "--store", store.Path);

        (ExitCode code, _, string error) =
            await VmcheckProcess.Run("check", "--resume", "--store", store.Path);

        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains($"--resume: {store.Path} has no campaign that is unfinished", error);
    }

    [Theory]
    [InlineData("--seed", "3")]
    [InlineData("--traces", "3")]
    [InlineData("--target", "model")]
    [InlineData("--faithful")]
    public async Task Take_no_plan_from_the_command_line(params string[] option)
    {
        (ExitCode code, _, string error) = await VmcheckProcess.Run(
            ["check", "--resume", "--store", store.Path, .. option]);

        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains($"{option[0]} is part of a plan, and --resume takes the plan from", error);
    }

    [Fact]
    public async Task Are_of_the_build_that_began_them()
    {
        await VmcheckProcess.Run("check", "--traces", "8", "--store", store.Path);
        StoreBook.Ask(store.Path, "UPDATE campaign SET ended = NULL, build = 'another'");

        (ExitCode code, _, string error) =
            await VmcheckProcess.Run("check", "--resume", "--store", store.Path);

        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains(
            "but for 1 that another build of vmcheck began: what was built anew cannot", error);
    }

    /// <summary>What comes after it in the store cannot be gone on with.</summary>
    [Fact]
    public void Pass_over_campaigns_of_other_builds()
    {
        Begun();
        Begun();
        StoreBook.Ask(store.Path, "UPDATE campaign SET build = 'another' WHERE id = 2");

        using TraceStore kept = new(store.Path, TextWriter.Null);

        Assert.Equal(1, kept.TakeLast().Id);
    }

    /// <summary>Three of other builds are left, and no lock that nobody holds.</summary>
    [Fact]
    public async Task Cannot_be_of_builds_long_gone()
    {
        for (int times = 0; times < 5; times++)
        {
            Begun();
        }

        await File.WriteAllTextAsync(store.Of("campaign-1.lock"), "");
        StoreBook.Ask(store.Path, "UPDATE campaign SET build = 'another'");
        Begun();

        Assert.Equal(4, StoreBook.Ask(
            store.Path, "SELECT count(*) FROM campaign WHERE check_point IS NOT NULL"));
        Assert.Empty(Directory.GetFiles(store.Path, "*.lock"));
    }

    [Theory]
    [InlineData("check_point = x'0102'")]
    [InlineData("check_point = 'text'")]
    [InlineData("check_point = x'00' || check_point")]
    [InlineData("arguments = 'x'")]
    [InlineData("arguments = '[\"--traces\", \"7\"]'")]
    public async Task Need_a_check_point_that_is_as_it_was_written(string change)
    {
        Begun();
        StoreBook.Ask(store.Path, $"UPDATE campaign SET {change}");
        byte[] before = await File.ReadAllBytesAsync(store.Of("campaigns.db"));

        (ExitCode code, _, string error) =
            await VmcheckProcess.Run("check", "--resume", "--store", store.Path);

        Assert.Equal(
            (ExitCode.BadInput, $"vmcheck: {store.Of("campaigns.db")} is damaged (campaign 1): it "
                + "stays as it is; move it away, or name another folder with --store\n"),
            (code, error));
        Assert.Equal(before, await File.ReadAllBytesAsync(store.Of("campaigns.db")));
    }

    [Fact]
    public async Task Make_no_store_where_there_is_none()
    {
        string nowhere = store.Of("nowhere");

        (ExitCode code, _, string error) =
            await VmcheckProcess.Run("check", "--resume", "--store", nowhere);

        Assert.Equal((ExitCode.BadInput, false), (code, Path.Exists(nowhere)));
        Assert.StartsWith($"vmcheck: --resume: there is no store {nowhere}; ", error);
    }

    /// <summary>A library and a tree are found wherever one goes on.</summary>
    [Fact]
    public void Know_paths_in_full()
    {
        StoreOption option = new();
        Command command = new("check")
        {
            new Option<string>("--target"),
            new Option<string>("--tree"),
        };
        option.AddTo(command);

        ParseResult typed = command.Parse(
            ["--target", "c:x.so", "--tree", "../linux", "--store", "here"]);

        Assert.Equal(
            ["--target", $"c:{Path.GetFullPath("x.so")}", "--tree", Path.GetFullPath("../linux"),
                "--seed", "0"],
            option.Arguments(typed, new CampaignPlan { Seed = 0 }));
        Assert.EndsWith($"check --resume --store {Path.GetFullPath("here")}", option.Again(typed));
    }

    /// <summary>One that is built anew draws, judges or counts otherwise.</summary>
    [Fact]
    public void Are_of_a_build_of_every_part_of_vmcheck()
    {
        using CheckedTarget model = new(CheckedTarget.Model, null);
        string build = Build.Of(model);

        Assert.All(parts, name => Assert.Contains(
            Convert.ToHexStringLower(System.Reflection.Assembly.Load(name).ManifestModule
                .ModuleVersionId.ToByteArray().AsSpan(0, 8)),
            build));
    }

    /// <summary>A campaign whose process was killed.</summary>
    void Begun()
    {
        using CampaignBook book = new(store.Path);
        book.Begin(Build.OfSuite, "model", ["--traces", "8"]);
    }

    /// <summary>Killed once it has written a check point.</summary>
    async Task Killed(string verb, params string[] args)
    {
        long before = Traces();
        using Process hunt = WorkerProgram.Start([verb, .. args]);
        hunt.StandardInput.Close();
        Task reading = Task.WhenAll(
            hunt.StandardOutput.ReadToEndAsync(), hunt.StandardError.ReadToEndAsync());
        while (!hunt.HasExited && Traces() == before)
        {
            await Task.Delay(20);
        }

        hunt.Kill();
        await hunt.WaitForExitAsync();
        await reading;
    }

    long Traces() => File.Exists(store.Of(BookFile.Name))
        && StoreBook.Ask(store.Path, "SELECT count(*) FROM sqlite_schema") > 0
            ? StoreBook.Ask(store.Path, "SELECT coalesce(max(traces), 0) FROM campaign") : 0;

    /// <summary>All but times, files and what is said of the store.</summary>
    static string Figures(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return string.Join('\n', document.RootElement.EnumerateObject()
            .Where(static one => one.Name is not ("seconds" or "commandsPerSecond" or "store"))
            .Select(static one => $"{one.Name} {one.Value.GetRawText()}")
            .SelectMany(static text => text.Split('\n'))
            .Where(static line => !line.Contains("vmcheck-test-")));
    }
}
