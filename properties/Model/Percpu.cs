// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>Groups of percpu areas, searched for from the top of the range.</summary>
public sealed class Percpu
{
    const ulong Page = 4096;

    readonly Bench bench = new(DefectMode.Fixed);

    /// <summary>VMALLOC_END rounded down to pages, counted from VMALLOC_START.</summary>
    const int Top = 0x5f;

    [Fact]
    public void Lie_at_the_top_and_keep_the_order_they_were_asked_for_in()
    {
        ulong first = Get(new(4 * Page, Page), new(0, 2 * Page));

        Assert.Equal(bench.At(Top - 1), first);
        Assert.Equal(
            [bench.At(Top - 1), bench.At(Top - 5)],
            bench.Step.Events.ToArray().Where(e => e.Kind == EventKind.VmInsert)
                .Select(e => e.Address));
    }

    [Fact]
    public void Touch_each_other_for_want_of_a_guard_page()
    {
        ulong upper = Get(new PercpuArea(0, Page));
        ulong lower = Get(new PercpuArea(0, 2 * Page));

        Assert.Equal(upper, lower + (2 * Page));
    }

    [Fact]
    public void Fill_a_gap_above_only_when_something_there_was_given_back()
    {
        ulong top = Get(new PercpuArea(0, Page));
        ulong below = Get(new PercpuArea(0, 2 * Page));
        bench.Run(CommandKind.PcpuFreeVmAreas, top);

        Assert.Equal(below - Page, Get(new PercpuArea(0, Page)));
        bench.Run(CommandKind.VmUnmapAliases);
        Assert.Equal(top, Get(new PercpuArea(0, Page)));
    }

    [Fact]
    public void Lose_a_page_of_their_size_when_freed_though_they_have_no_guard()
    {
        Get(new PercpuArea(0, 3 * Page), new PercpuArea(3 * Page, Page));
        bench.Run(CommandKind.PcpuFreeVmAreas, bench.At(Top - 4));

        Assert.Empty(bench.Walk().Vmlist);
        Assert.Equal(4, bench.Step.Counters.LazyPages);
        Assert.Equal(3, bench.Count(EventKind.SlabFree));
    }

    [Theory]
    [InlineData(41)]
    [InlineData(46)]
    [InlineData(60)]
    [InlineData(63)]
    public void Are_refused_where_the_range_has_no_address_of_that_alignment(int bits)
    {
        Bench faithful = new(DefectMode.Faithful);
        Command group = Group(1UL << bits, new PercpuArea(0, 1UL << bits));

        Assert.Equal(0UL, bench.Run(group).Value);
        Assert.Equal(1, bench.Count(EventKind.Warn));
        Assert.Equal(1, bench.Step.EventCount);
        ulong outside = faithful.Run(group).Value;
        Assert.NotInRange(outside, faithful.Machine.Start, faithful.Machine.End);
    }

    [Fact]
    public void Stop_the_kernel_where_they_overlap()
    {
        Get(new PercpuArea(0, 2 * Page), new PercpuArea(Page, Page));

        Assert.Equal("pcpu_get_vm_areas", bench.Step.Outcome.Bug);
    }

    /// <summary>Else it would find nothing above the group, purge, and begin anew.</summary>
    [Theory]
    [InlineData(Era.V2639, 6)]
    [InlineData(Era.V30, 4)]
    public void Are_not_where_a_search_goes_on_that_remembers_its_last_area(Era era, int page)
    {
        Bench later = new(DefectMode.Fixed, era);
        later.Vmalloc(Page);
        later.Vmalloc(Page);
        ulong top = later.Run(Group(Page, new PercpuArea(0, Page))).Value;
        later.Run(CommandKind.Vfree, later.Machine.Start);

        Assert.Equal(later.At(Top - 1), top);
        Assert.Equal(later.At(page), later.Vmalloc(Page));
        Assert.Equal(0, later.Count(EventKind.AreaRelease));
    }

    ulong Get(params PercpuArea[] areas) => bench.Run(Group(Page, areas)).Value;

    static Command Group(ulong align, params PercpuArea[] areas) =>
        new(CommandKind.PcpuGetVmAreas) { Areas = areas, Align = align, Gfp = Gfp.Kernel };
}
