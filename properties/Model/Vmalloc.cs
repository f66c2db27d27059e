// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>
/// What the model of <c>vmalloc</c> does that a reader of the C file would look up.
/// </summary>
public class Vmalloc
{
    readonly Bench bench = new(DefectMode.Fixed);

    [Fact]
    public void Blocks_of_one_page_lie_three_pages_apart()
    {
        Assert.Equal(bench.At(0), bench.Vmalloc(4096));
        Assert.Equal(bench.At(3), bench.Vmalloc(4096));
        Assert.Equal(bench.At(6), bench.Vmalloc(4096));
    }

    [Fact]
    public void A_failed_call_uses_up_its_addresses_until_the_purge()
    {
        Assert.Equal(0ul, bench.Vmalloc(4096, new Fault(FaultSite.Page, FaultMode.Once, 0)));
        Assert.Equal(2, bench.Step.Counters.LazyPages);
        Assert.Equal(bench.At(3), bench.Vmalloc(4096));

        bench.Run(CommandKind.VmUnmapAliases);

        Assert.Equal(0, bench.Step.Counters.LazyPages);
        Assert.Equal(bench.At(0), bench.Vmalloc(1));
    }

    [Fact]
    public void A_call_that_finds_no_descriptor_uses_up_nothing()
    {
        Assert.Equal(0ul, bench.Vmalloc(4096, new Fault(FaultSite.Slab, FaultMode.Once, 0)));

        Assert.Equal(0, bench.Step.Counters.LazyPages);
        Assert.Equal(bench.At(0), bench.Vmalloc(4096));
    }

    [Theory]
    [InlineData(0ul)]
    [InlineData(65ul * 4096)]
    [InlineData(ulong.MaxValue)]
    public void Refuses_silently(ulong size)
    {
        Assert.Equal(0ul, bench.Vmalloc(size));
        Assert.Equal(0, bench.Step.EventCount);
    }

    [Fact]
    public void All_of_memory_passes_the_gate()
    {
        Assert.NotEqual(0ul, bench.Vmalloc(64 * 4096));
        Assert.Equal(64, bench.Step.Counters.PagesInUse);
    }

    [Fact]
    public void Translations_outlive_vfree_until_the_purge()
    {
        ulong p = bench.Vmalloc(4096);
        bench.Run(CommandKind.Vfree, p);

        Assert.Equal(OutcomeKind.Page, bench.Run(CommandKind.VmallocToPage, p).Kind);
        Assert.Equal(0, bench.Step.Counters.PagesInUse);
        bench.Run(CommandKind.VmUnmapAliases);
        Assert.Equal(OutcomeKind.NoPage, bench.Run(CommandKind.VmallocToPage, p).Kind);
    }

    [Fact]
    public void Translations_end_with_vfree_from_2_6_37_on()
    {
        var late = new Bench(DefectMode.Fixed, Era.V2637);
        ulong p = late.Vmalloc(4096);
        late.Run(CommandKind.Vfree, p);

        Assert.Equal(OutcomeKind.NoPage, late.Run(CommandKind.VmallocToPage, p).Kind);
    }

    [Fact]
    public void A_cpu_reads_a_freed_page_through_its_stale_tlb()
    {
        var late = new Bench(DefectMode.Fixed, Era.V2637);
        ulong p = late.Vmalloc(4096);
        late.Run(CommandKind.Read, p);
        late.Run(CommandKind.Vfree, p);

        Assert.Equal(OutcomeKind.Number, late.Run(CommandKind.Read, p).Kind);
        late.Run(CommandKind.VmUnmapAliases);
        Assert.Equal(OutcomeKind.PageFault, late.Run(CommandKind.Read, p).Kind);
    }

    [Fact]
    public void The_guard_page_faults()
    {
        ulong p = bench.Vmalloc(4096);

        Assert.Equal(OutcomeKind.PageFault, bench.Run(CommandKind.Write, p + 4096).Kind);
    }
}
