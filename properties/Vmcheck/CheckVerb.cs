// SPDX-License-Identifier: GPL-2.0-only
using System.Text.Json;
using Verification.Vmcheck;
using Xunit;

namespace Verification.Properties;

/// <summary>`vmcheck check`, run in this process.</summary>
public sealed class CheckVerb
{
    [Trait("Length", "long")]
    [Fact]
    public async Task Returns_0_and_says_how_to_repeat_it_when_nothing_is_found()
    {
        (ExitCode code, string output, string error) = await VmcheckProcess.Run(
            "check", "--traces", "96", "--seed", "0x10", "--machine", "toy", "--era", "2.6.32");
        Assert.Equal((ExitCode.Clean, ""), (code, error));
        Assert.Contains("AreasAreDisjoint", output);
        Assert.Contains(
            "check --seed 16 --traces 96 --length 50 --machine toy --era 2.6.32\n", output);
        Assert.EndsWith("no law was broken; random seed 16\n", output);
    }

    [Fact]
    public async Task Prints_one_json_object_with_what_was_checked()
    {
        (ExitCode code, string output, string error) = await VmcheckProcess.Run(
            "check", "--traces", "64", "--seed", "3", "--length", "30", "--jobs", "2", "--json");
        Assert.Equal((ExitCode.Clean, ""), (code, error));
        using JsonDocument json = JsonDocument.Parse(output);
        JsonElement root = json.RootElement;
        Assert.Equal("model", root.GetProperty("target").GetString());
        Assert.Equal(3, root.GetProperty("seed").GetInt32());
        Assert.Equal(64, root.GetProperty("traces").GetInt32());
        Assert.InRange(root.GetProperty("commands").GetInt64(), 64, 64 * 30);
        Assert.True(root.GetProperty("seconds").GetDouble() > 0);
        Assert.True(root.GetProperty("commandsPerSecond").GetDouble() > 0);
        Assert.Empty(root.GetProperty("violations").EnumerateArray());
        JsonElement fit = root.GetProperty("coverage").GetProperty("fit");
        Assert.True(fit.GetProperty("low edge of a hole").GetInt64() > 0);
        Assert.InRange(root.GetProperty("states").GetProperty("seen").GetInt32(), 100, 10_000);
        Assert.All(
            root.GetProperty("notExercised").EnumerateArray(),
            name => Assert.NotEmpty(name.GetString()!));
        JsonElement[] laws = [.. root.GetProperty("laws").EnumerateArray()];
        Assert.Contains(laws, law => law.GetProperty("name").GetString() == "FramesHaveOneOwner"
            && law.GetProperty("checked").GetInt64() > 0);
    }

    [Trait("Length", "long")]
    [Fact]
    public async Task Prints_the_same_bytes_again_but_for_times()
    {
        string[] args = ["check", "--traces", "48", "--seed", "5", "--faithful", "--json"];
        (_, string once, _) = await VmcheckProcess.Run([.. args, "--jobs", "1"]);
        (_, string again, _) = await VmcheckProcess.Run([.. args, "--jobs", "2"]);
        Assert.Equal(WithoutTimes(once), WithoutTimes(again));
    }

    [Trait("Length", "long")]
    [Fact]
    public async Task Ends_by_itself_after_the_seconds_it_was_given()
    {
        (ExitCode code, string output, _) = await VmcheckProcess.Run(
            "check", "--seconds", "0.3", "--machine", "tight64", "--jobs", "1");
        Assert.Equal(ExitCode.Clean, code);
        Assert.Contains("random seed ", output);
    }

    [Fact]
    public async Task Returns_1_and_writes_a_trace_that_replays_for_each_broken_law()
    {
        using TemporaryFolder store = new();
        (ExitCode code, string output, string error) = await VmcheckProcess.Run(
            "check", "--traces", "32", "--seed", "11", "--faithful", "--machine", "toy", "--json",
            "--store", store.Path);
        Assert.Equal((ExitCode.Violation, ""), (code, error));
        using JsonDocument json = JsonDocument.Parse(output);
        JsonElement[] violations = [.. json.RootElement.GetProperty("violations").EnumerateArray()];
        Assert.NotEmpty(violations);
        foreach (JsonElement violation in violations)
        {
            string law = violation.GetProperty("law").GetString()!;
            string file = violation.GetProperty("file").GetString()!;
            Assert.StartsWith(store.Of($"{law}-"), file);
            (ExitCode replayed, string told, _) = await VmcheckProcess.Run("replay", file);
            Assert.Equal(ExitCode.Violation, replayed);
            Assert.Contains($"  law       {law}\n", told);
        }
    }

    [Theory]
    [InlineData("--traces 1 --seconds 1", "both say when to stop")]
    [InlineData("--machine vax", "known are toy, ")]
    [InlineData("--era 2.4", "known are 2.6.32, 2.6.37")]
    [InlineData("--traces -1", "from 1 to")]
    [InlineData("--traces 0", "from 1 to")]
    [InlineData("--traces 99999999999999999999", "from 1 to")]
    [InlineData("--seconds 0", "--seconds 0: expected seconds")]
    [InlineData("--seconds -3", "--seconds -3: expected seconds")]
    [InlineData("--seconds NaN", "expected seconds")]
    [InlineData("--seconds 1e300", "expected seconds")]
    [InlineData("--seed soon", "expected a number")]
    [InlineData("--seed 0x", "expected a number")]
    [InlineData("--seed 18446744073709551616", "expected a number")]
    [InlineData("--length 0", "from 1 to")]
    [InlineData("--length 2147483648", "from 1 to")]
    [InlineData("--jobs 0", "from 1 to")]
    [InlineData("--jobs many", "from 1 to")]
    [InlineData("--seed", "--seed")]
    [InlineData("--frobnicate", "--frobnicate")]
    public async Task Returns_2_and_says_what_it_takes(string options, string told)
    {
        (ExitCode code, _, string error) = await VmcheckProcess.Run(
            ["check", .. options.Split(' ')]);
        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains(told, error);
        Assert.DoesNotContain("defect of vmcheck", error);
    }

    [Fact]
    public async Task Prints_no_help_where_a_script_expects_an_object()
    {
        (ExitCode code, string output, string error) =
            await VmcheckProcess.Run("check", "--frobnicate", "--json");
        Assert.Equal((ExitCode.BadInput, ""), (code, output.Trim()));
        Assert.Contains("--frobnicate", error);
    }

    static string WithoutTimes(string json) => string.Join('\n', json.Split('\n').Where(
        static line => !line.Contains("\"seconds\"") && !line.Contains("\"commandsPerSecond\"")
            && !line.Contains("\"jobs\"") && !line.Contains("vmcheck-test-")));
}
