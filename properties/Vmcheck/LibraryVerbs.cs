// SPDX-License-Identifier: GPL-2.0-only
using System.Text.Json;
using Verification.Vmcheck;
using Xunit;

namespace Verification.Properties;

/// <summary>`--target c:PATH` of the verbs that run traces.</summary>
[Collection(CLibraryTests.Name)]
public sealed class LibraryVerbs
{
    [Theory]
    [InlineData("check")]
    [InlineData("matrix")]
    [InlineData("replay", "any.trace")]
    [InlineData("shrink", "any.trace")]
    [InlineData("dump", "any.trace")]
    public async Task Return_3_and_one_line_where_the_library_is_not_there(params string[] verb)
    {
        (ExitCode code, string output, string error) =
            await VmcheckProcess.Run([.. verb, "--target", "c:no-such.so"]);

        Assert.Equal((ExitCode.TargetUnavailable, ""), (code, output));
        Assert.Equal("vmcheck: no-such.so is not there: no such file", error.TrimEnd());
    }

    [Theory]
    [InlineData("d:x.so", "known are model, kernel-source and c:PATH")]
    [InlineData("c:", "known are model, kernel-source and c:PATH")]
    [InlineData("Model", "known are model, kernel-source and c:PATH")]
    public async Task Return_2_for_a_target_of_no_known_kind(string target, string told)
    {
        (ExitCode code, _, string error) = await VmcheckProcess.Run("check", "--target", target);

        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains(told, error);
    }

    [Theory]
    [InlineData("matrix", "--era", "2.6.37")]
    [InlineData("check", "--era", "2.6.37")]
    public async Task Return_2_for_what_only_the_model_can_be_told(
        string verb, params string[] option)
    {
        (ExitCode code, _, string error) =
            await VmcheckProcess.Run([verb, "--target", "c:no-such.so", .. option]);

        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains($"{option[0]} is for the model", error);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("replay", "any.trace")]
    public async Task Return_2_for_what_only_a_library_can_be_told(params string[] verb)
    {
        (ExitCode code, _, string error) = await VmcheckProcess.Run([.. verb, "--timeout", "1"]);

        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains("--timeout is for libraries", error);
    }

    [Trait("Length", "long")]
    [CFact]
    public async Task Tell_what_is_checked_of_a_library_and_what_is_not()
    {
        (ExitCode code, string output, string error) = await VmcheckProcess.Run(
            "check", "--target", $"c:{CCompiler.Example()}", "--traces", "64", "--seed", "1");

        Assert.Equal((ExitCode.Clean, ""), (code, error));
        Assert.Contains("example, profile \"example, as 2.6.37\", laws of any vmalloc", output);
        Assert.Contains("reports events, tlb, contents, objects, counters, gfp\n", output);
        Assert.Contains("each of them refused: vread, vwrite, vmallocinfo, drop, ", output);
        Assert.Contains("\nnot checked, needs locks: LocksAreBalanced, ", output);
        Assert.Contains("\nnot checked, needs kmemleak: ", output);
        Assert.Contains($"check --target c:{CCompiler.Example()} --seed 1 --traces 64", output);
        Assert.EndsWith("no law was broken; random seed 1\n", output);
    }

    [Trait("Length", "long")]
    [CFact]
    public async Task Find_shrink_and_replay_a_mistake_of_a_library()
    {
        string target = $"c:{CCompiler.Example("page_leaked")}";
        using TemporaryFolder store = new();
        (ExitCode code, string output, string aloud) = await VmcheckProcess.Run(
            "check", "--target", target, "--traces", "64", "--seed", "1", "--json",
            "--store", store.Path);
        Assert.Equal(ExitCode.Violation, code);
        Assert.Contains("each of them refused: vread, ", aloud);
        using JsonDocument json = JsonDocument.Parse(output);
        JsonElement[] violations = [.. json.RootElement.GetProperty("violations").EnumerateArray()];
        string replay = violations[0].GetProperty("replay").GetString()!;
        JsonElement reasons = json.RootElement.GetProperty("whyNotCheckable");
        string trace = await File.ReadAllTextAsync(violations[0].GetProperty("file").GetString()!);

        Assert.Contains($"replay --target {target} ", replay);
        Assert.Equal("needs locks", reasons.GetProperty("OneFlushPerPurge").GetString());
        (code, output, _) = await VmcheckProcess.RunOn(trace, "replay", "--target", target);
        Assert.Equal(ExitCode.Violation, code);
        Assert.Contains("  law       FailedCallsKeepNoPage\n", output);
        (code, output, _) = await VmcheckProcess.RunOn(trace, "shrink", "--target", target);
        Assert.Equal(ExitCode.Violation, code);
        Assert.StartsWith("vmcheck trace 1\n", output);
        (code, output, _) = await VmcheckProcess.RunOn(trace, "dump", "--target", target);
        Assert.Equal(ExitCode.Clean, code);
        Assert.Contains("1 in use", output);
    }

    [CFact]
    public async Task Tell_two_traces_apart_on_a_library()
    {
        string[] diff = ["diff", "--target", $"c:{CCompiler.Example()}"];
        const string once = DiffVerb.Header + "p0 = vmalloc(8192)\nvfree(p0)\n";
        using TemporaryFolder folder = new();
        string file = folder.Of("once.trace");
        await File.WriteAllTextAsync(file, once);

        (ExitCode code, string output, string error) = await VmcheckProcess.RunOn(
            $"{once}vfree(p0)\n", [.. diff, file]);

        Assert.Equal((ExitCode.Violation, ""), (code, error));
        Assert.Contains("what they do parts at step 3 of B, vfree(p0):\n", output);
        Assert.Contains("  B: WARN: nonexistent vm area START+0x0\n", output);
        (code, output, _) = await VmcheckProcess.RunOn(once, [.. diff, file]);
        Assert.Equal((ExitCode.Clean, "no difference\n"), (code, output));
    }

    [Trait("Length", "long")]
    [CFact]
    public async Task Hunt_on_the_machines_that_a_library_can_simulate()
    {
        string target = $"c:{CCompiler.Library(SmallLibrary.Source)}";
        (_, string output, _) = await VmcheckProcess.Run(
            "check", "--target", target, "--traces", "16", "--seed", "1", "--jobs", "1");
        Assert.Contains("machine tight64 left out: pages of 12 bits\n", output);
        Assert.Contains(", 6 machines, 1 job", output);

        (ExitCode code, _, string error) = await VmcheckProcess.Run(
            "check", "--target", target, "--machine", "tight64");
        Assert.Equal(ExitCode.TargetUnavailable, code);
        Assert.Contains("cannot simulate machine tight64: pages of 12 bits", error);
    }
}
