// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;
using Verification.Targets;
using Verification.Vmcheck;
using Xunit;

namespace Verification.Properties;

/// <summary>The example library beside the model, on traces that a hunt draws.</summary>
[Trait("Length", "long")]
[Collection(CLibraryTests.Name)]
public sealed class SideBySideWithTheModel
{
    const int Traces = 600;

    [CFact]
    public void Shows_no_difference_in_what_the_contracts_fix()
    {
        using CLibrary example = new(CCompiler.Example());

        AssertNoDifference(
            example, [.. Machines.All.Where(machine => example.Accepts(machine, out _))],
            least: 10);
    }

    /// <summary>On traces of the model's last era, of calls that it makes.</summary>
    /// <param name="library">The other one.</param>
    /// <param name="machines">Which it can simulate.</param>
    /// <param name="least">Calls of a trace that could be compared, on average.</param>
    internal static void AssertNoDifference(
        CLibrary library, IReadOnlyList<Machine> machines, int least)
    {
        (Trace Trace, Comparison Comparison)[] all = [.. Compared(library, machines)];

        string different = string.Concat(
            all.Where(static one => one.Comparison.First is not null).Select(
                static one => $"{one.Comparison.First}\n{TraceWriter.Write(one.Trace)}"));
        Assert.True(different.Length == 0, different);
        Assert.InRange(
            all.Sum(static one => one.Comparison.Compared), Traces * least, Traces * 50);
    }

    [CTheory]
    [InlineData("page_mapped_twice", "p0 = vmalloc(192)", "mapped pages")]
    [InlineData("no_guard_page", "p0 = vmalloc(192)\nvmalloc_to_page(p0+192)", "pages")]
    public void Shows_a_mistake_that_a_caller_can_see(string mistake, string calls, string aspect)
    {
        using CLibrary wrong = new(CCompiler.Example(mistake));
        Trace trace = TraceReader.Read(TwoTargets.Header.Replace("2.6.32", "2.6.37") + calls);
        Comparison comparison = Comparison.Of(
            trace, new Model.Model(Era.V2637, DefectMode.Fixed), wrong);

        Assert.Equal(aspect, comparison.First?.Aspect);
    }

    [CFact]
    public async Task Is_told_with_both_dumps_on_a_terminal_of_80_columns()
    {
        string target = $"c:{CCompiler.Example("page_mapped_twice")}";
        (ExitCode code, string output, string error) = await VmcheckProcess.RunOn(
            $"{TwoTargets.Header}p0 = vmalloc(64)\nf1 = take(2, -1)\n"
                + "m2 = vmap([f1[0..1]], 2, VM_MAP, PAGE_KERNEL)\nvunmap(m2)\n",
            "replay", "--target", "model", "--target", target);
        string[] lines = output.Split('\n');
        int titles = Array.FindIndex(lines, static line => line.StartsWith(
            "--------", StringComparison.Ordinal));

        Assert.Equal((ExitCode.Violation, ""), (code, error));
        Assert.Contains("\nstep 3 of 4: m2 = vmap(f1, 2, VM_MAP, PAGE_KERNEL);\n", output);
        Assert.Contains("they differ in: mapped pages\n", output);
        Assert.Contains("model: 0: f1[0] PAGE_KERNEL, 1: f1[1] PAGE_KERNEL", output);
        Assert.Contains($"{target}: 0: f1[0] PAGE_KERNEL, 1: f1[0] PAGE_KERNEL", output);
        Assert.Contains("frames 3 in use, 3 mapped              | frames 3 in use, 2 mapped", lines);
        Assert.All(lines[titles..^2], static line => Assert.InRange(line.Length, 0, 79));
        Assert.EndsWith(
            "3 calls compared, the last of them differs; 1 later not looked at\n", output);
    }

    [CFact]
    public async Task Says_so_where_the_model_does_not_know_the_era_of_the_trace()
    {
        (ExitCode code, string output, _) = await VmcheckProcess.RunOn(
            TwoTargets.Header.Replace("2.6.32", "6.1") + "p0 = vmalloc(64)\n",
            "replay", "--target", "model", "--target", $"c:{CCompiler.Example()}");

        Assert.Equal(ExitCode.Clean, code);
        Assert.StartsWith(
            "model: model, profile \"3.0\", fixed: it does not know 6.1, the era of the trace\n",
            output);
    }

    static IEnumerable<(Trace, Comparison)> Compared(
        CLibrary library, IReadOnlyList<Machine> machines)
    {
        Era era = Eras.Modelled[^1];
        Model.Model model = new(era, DefectMode.Fixed);
        Checker recorder = new(model, []) { Records = true };
        for (int seed = 0; seed < Traces; seed++)
        {
            Trace drawn = Generator.Draw(
                (ulong)seed, machines[seed % machines.Count], era, DefectMode.Fixed, 50);
            recorder.Run(drawn);
            Trace trace = drawn with { Commands = [.. recorder.Named] };
            yield return (trace, Comparison.Of(trace, model, library));
        }
    }
}
