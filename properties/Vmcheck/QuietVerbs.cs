// SPDX-License-Identifier: GPL-2.0-only
using System.Text.Json;
using Verification.Spec;
using Verification.Vmcheck;
using Xunit;

namespace Verification.Properties;

/// <summary>`--quiet` and `--json`, of every verb that has something to leave out.</summary>
public sealed class QuietVerbs
{
    const string Broken = "snapshots/double-vfree.trace";

    [Theory]
    [InlineData("no law was broken; random seed 1\n", "check", "--traces", "32", "--seed", "1")]
    [InlineData("1 of 1 exhibit found\n", "museum", "--exhibit", "M14")]
    public async Task Print_the_last_line_only_where_nothing_is_found(
        string expected, params string[] verb)
    {
        (ExitCode code, string output, string error) = await VmcheckProcess.Run([.. verb, "-q"]);

        Assert.Equal((ExitCode.Clean, expected, ""), (code, output, error));
    }

    [Fact]
    public async Task Print_what_is_found_and_the_last_line()
    {
        (ExitCode code, string output, string error) =
            await VmcheckProcess.Run("--quiet", "replay", InRepository(Broken));

        Assert.Equal((ExitCode.Violation, ""), (code, error));
        Assert.StartsWith(FailureLaws.EventsFitTogether.Says, output);
        Assert.EndsWith("; broken: EventsFitTogether\n", output);
    }

    [Fact]
    public async Task Print_what_was_asked_for_all_the_same()
    {
        (_, string loud, _) = await VmcheckProcess.Run("claim");
        (ExitCode code, string quiet, _) = await VmcheckProcess.Run("claim", "--quiet");

        Assert.Equal(ExitCode.Clean, code);
        Assert.EndsWith(quiet, loud);
        Assert.Single(quiet.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("violations", "replay")]
    [InlineData("first", "replay", "--target=model", "--target=model")]
    [InlineData("law", "shrink")]
    public async Task Print_one_object_for_a_program(string member, params string[] verb)
    {
        (_, string output, _) =
            await VmcheckProcess.Run([.. verb, "--json", InRepository(Broken)]);

        using JsonDocument json = JsonDocument.Parse(output);
        Assert.True(json.RootElement.TryGetProperty(member, out _), output);
        Assert.Equal(
            "small",
            json.RootElement.GetProperty("trace").GetProperty("machine").GetString());
    }

    [Fact]
    public async Task Print_the_state_behind_a_trace_for_a_program()
    {
        (ExitCode code, string output, string error) = await VmcheckProcess.Run(
            "dump", "--json", InRepository("docs/traces/both-agree.trace"));

        Assert.Equal((ExitCode.Clean, ""), (code, error));
        using JsonDocument json = JsonDocument.Parse(output);
        Assert.NotEmpty(
            json.RootElement.GetProperty("state").GetProperty("vmapAreas").EnumerateArray());
    }

    static string InRepository(string file) => Path.Combine(Repository.Root, file);
}
