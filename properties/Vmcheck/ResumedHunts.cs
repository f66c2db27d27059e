// SPDX-License-Identifier: GPL-2.0-only
using System.Diagnostics;
using System.Text.Json;
using Verification.Vmcheck;
using Xunit;

namespace Verification.Properties;

/// <summary>`check --resume`.</summary>
public sealed class ResumedHunts : IDisposable
{
    static readonly string[] plan =
        ["--seed", "11", "--traces", "1600", "--machine", "toy", "--faithful", "--jobs", "2"];

    readonly TemporaryFolder store = new();

    public void Dispose() => store.Dispose();

    /// <summary>Killed as often as it takes, a second of work apart.</summary>
    [Trait("Length", "long")]
    [Fact]
    public async Task Of_killed_processes_find_and_count_what_one_does_that_was_not()
    {
        await Killed("check", [.. plan, "--store", store.Path]);
        for (int times = 0; times < 2; times++)
        {
            await Killed("check", "--resume", "--store", store.Path);
        }

        (ExitCode code, string resumed, _) =
            await VmcheckProcess.Run("check", "--resume", "--store", store.Path, "--json");
        (_, string unbroken, _) = await VmcheckProcess.Run(["check", .. plan, "--json"]);

        Assert.Equal(ExitCode.Violation, code);
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
        Assert.Contains("was built anew since the campaign was begun", error);
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
