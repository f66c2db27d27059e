// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>Which duty a call would have broken that was not made.</summary>
public sealed class DutiesInWords
{
    const string TwoFrames = "f0 = take(2, -1)\n";

    [Theory]
    [InlineData(
        "p0 = __vmalloc_node(64, 3, GFP_KERNEL, PAGE_KERNEL, -1)",
        "the alignment must be a power of two, of at most 2^20 pages")]
    [InlineData(
        "d0 = ioremap(0x800000000, 64)", "the device must end within the 256 frames behind memory")]
    [InlineData("f0 = take(65537, -1)", "at most 65536 frames may be taken at once")]
    [InlineData(
        TwoFrames + "m1 = vmap([f0[0]], 1, VM_MAP, PAGE_KERNEL)\ngive_back([f0[0..1]])",
        "a page that is mapped must not be given back")]
    [InlineData("give_back([NULL])", "a page that is given back must be the caller's")]
    [InlineData(
        TwoFrames + "give_back([f0[0], f0[1], f0[0]])", "a page must not be given back twice")]
    [InlineData("give_back([])", "there must be a page to give back")]
    [InlineData(
        TwoFrames + "m1 = vmap([f0[0]], 2, VM_MAP, PAGE_KERNEL)",
        "the list must hold as many pages as are to be mapped")]
    [InlineData(
        TwoFrames + "give_back([f0[0]])\nr1 = vm_map_ram([f0[0]], -1)",
        "each page of the list must be NULL, the caller's, or of a live block")]
    [InlineData(
        "p0 = vmalloc(64)\nremap_vmalloc_range(p0, 100, 0)",
        "the size must be whole pages, at least one")]
    [InlineData("free_vm_area(START)", "the address must be that of a live area")]
    [InlineData("p0 = vmalloc(64)\nvread(p0, 0x200000)", "the size must be at most 1 MiB")]
    [InlineData("p0 = vmalloc(64)\nread(p0+0x1000)",
        "the page must be the caller's to touch, and no TLB out of date of its area")]
    public void Are_those_that_the_last_call_of_a_trace_would_break(string commands, string duty)
    {
        Assert.Equal($"refused: {duty}", Results(Era.V2632, commands)[^1]);
    }

    [Fact]
    public void Are_those_of_the_version()
    {
        const string asked = "v0 = pcpu_get_vm_areas([0+64], 64, GFP_ATOMIC)";

        Assert.StartsWith("-> START", Results(Era.V2632, asked)[0], StringComparison.Ordinal);
        Assert.Equal(
            "refused: the mask must be GFP_KERNEL: this version takes none",
            Results(Era.V30, asked)[0]);
    }

    [Fact]
    public void Are_not_told_of_what_uses_no_result_or_is_unknown() => Assert.Equal(
        [
            "skipped: it uses what does not exist",
            "refused: no such call in this version",
            "-> START+0x0",
        ],
        Results(Era.V2632, "vfree(p7)\np0 = vzalloc(64)\np1 = vmalloc(64)"));

    /// <summary>What nothing is promised of has a duty, and nothing else has.</summary>
    [Fact]
    public void Are_told_of_every_call_that_is_refused_and_of_no_other()
    {
        int refused = 0;
        foreach (Machine machine in Machines.All)
        {
            for (ulong seed = 1; seed <= 20; seed++)
            {
                Model.Model model = new(Era.V2632, DefectMode.Fixed);
                Checker checker = new(model, [])
                {
                    OnPassedOver = (_, why, duty) =>
                    {
                        Assert.Equal(why == PassedOver.BrokenDuty, duty is not null);
                        refused += duty is null ? 0 : 1;
                    },
                    Observer = static (ledger, _) =>
                        Assert.NotEqual(Legality.Undefined, ledger.Legality),
                };
                checker.Run(Generator.Draw(seed, machine, Era.V2632, DefectMode.Fixed, 60));
            }
        }

        Assert.True(refused > 50, $"{refused} refused");
    }

    static IReadOnlyList<string> Results(Era era, string commands)
    {
        Trace none = new(Machines.Toy, era, DefectMode.Fixed, []);
        Trace trace = TraceReader.Read(TraceWriter.Write(none) + commands);
        return TraceAsC.Of(trace, new Model.Model(era, DefectMode.Fixed), static _ => { }).Results;
    }
}
