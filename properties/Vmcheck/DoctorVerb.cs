// SPDX-License-Identifier: GPL-2.0-only
using System.Text.Json;
using Verification.Search;
using Verification.Spec;
using Verification.Targets;
using Verification.Vmcheck;
using Xunit;

namespace Verification.Properties;

/// <summary>`vmcheck doctor`, run in this process.</summary>
[Collection(CLibraryTests.Name)]
[Trait("Length", "long")]
public sealed class DoctorVerb
{
    [Fact]
    public async Task Shows_what_is_here_and_one_hash_a_target()
    {
        (ExitCode code, string output, _) = await VmcheckProcess.Run("doctor");

        Assert.Equal(ExitCode.Clean, code);
        Assert.Matches(@"\n *\.NET runtime +10\.", output);
        Assert.Contains("sources of Linux 6.12", output);
        Assert.Matches(
            "\nmodel, 2.6.32: [0-9a-f]{16}, one thread, two threads, another process\n", output);
        Assert.Matches(@"\n\d+ of \d+ things found; one seed is one run, on \d targets\n$", output);
    }

    [Fact]
    public async Task Prints_one_json_object_in_which_everything_missing_can_be_got()
    {
        (ExitCode code, string output, _) = await VmcheckProcess.Run(
            "doctor", "--json", "--seed", "3");

        Assert.Equal(ExitCode.Clean, code);
        using JsonDocument json = JsonDocument.Parse(output);
        JsonElement root = json.RootElement;
        Assert.All(
            root.GetProperty("surroundings").EnumerateArray()
                .Where(static fact => fact.GetProperty("found").GetString() is null),
            static fact => Assert.NotEmpty(fact.GetProperty("get").GetString()!));
        JsonElement[] targets = [.. root.GetProperty("targets").EnumerateArray()];
        int built = KernelSource.Versions.Count(KernelSource.IsBuilt);
        Assert.Equal(Eras.Modelled.Count + built, targets.Length);
        Assert.All(targets, static target => Assert.Single(
            target.GetProperty("runs").EnumerateArray()
                .Select(static run => run.GetProperty("hash").GetString()).Distinct()));
    }

    [Theory]
    [InlineData("c:no-such.so", ExitCode.TargetUnavailable, "no-such.so is not there")]
    [InlineData("d:x.so", ExitCode.BadInput, "doctor takes c:PATH")]
    public async Task Refuses_a_target_that_is_not_there(
        string target, ExitCode expected, string complaint)
    {
        (ExitCode code, string _, string error) =
            await VmcheckProcess.Run("doctor", "--target", target);

        Assert.Equal(expected, code);
        Assert.Contains(complaint, error);
    }

    /// <summary>Its vmalloc counts calls over all boots.</summary>
    [CFact]
    public async Task Returns_1_and_names_the_step_in_which_a_library_is_not_the_same()
    {
        string library = CCompiler.Library(SmallLibrary.WithVmalloc(
            "static uint64_t calls; (void)size; return ++calls << 20;"));
        (ExitCode code, string output, _) =
            await VmcheckProcess.Run("doctor", "-q", "--target", $"c:{library}");

        Assert.Equal(ExitCode.Violation, code);
        Assert.Matches(@"\ntrace \d+, step \d+: p\d+ = vmalloc\(\d+\);\n", "\n" + output);
        Assert.Contains("\none thread                               two threads\n", output);
        Assert.EndsWith($", 1 not the same again, of {Targets(output)}\n", output.Replace(';', ','));
    }

    [Fact]
    public void Shows_both_sides_of_a_departure()
    {
        DiaryStep left = new("p0 = vmalloc(64);", "-> Pointer 0x7f00\nlazy 0");
        DiaryStep right = left with { Did = "-> Pointer 0x7f40\nlazy 0" };
        Repetition one = new("c:x.so",
        [
            ("one thread", new Diary([[left]])), ("two threads", new Diary([[right]])),
        ]);
        using StringWriter text = new() { NewLine = "\n" };
        DoctorText.Print([], [one], Screen.Of(text));

        Assert.False(one.IsSame);
        Assert.Contains("trace 0, step 1: p0 = vmalloc(64);\n", text.ToString());
        Assert.Contains("-> Pointer 0x7f00                      | -> Pointer 0x7f40", text.ToString());
    }

    static string Targets(string output) => output.TrimEnd().Split(" of ")[^1];
}
