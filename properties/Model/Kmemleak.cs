// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>The registry's rules and the scan.</summary>
public class Kmemleak
{
    readonly Bench bench = new(DefectMode.Fixed);

    [Fact]
    public void Scan_reports_a_block_nobody_remembers()
    {
        ulong kept = bench.Vmalloc(4096);
        ulong lost = bench.Vmalloc(4096);
        bench.Run(CommandKind.KmemleakScan);
        Assert.Equal(0, bench.Count(EventKind.KmemleakReport));

        bench.Run(CommandKind.Drop, lost);
        bench.Run(CommandKind.KmemleakScan);

        Event report = Assert.Single(bench.Step.Events.ToArray());
        Assert.Equal((EventKind.KmemleakReport, lost), (report.Kind, report.Address));
        Assert.NotEqual(kept, report.Address);
    }

    [Fact]
    public void A_neighbour_that_ends_where_a_block_begins_hides_the_leak()
    {
        Bench faithful = new(DefectMode.Faithful);
        ulong first = faithful.Vmalloc(2 * 4096);
        ulong lost = faithful.Vmalloc(4096);
        faithful.Run(CommandKind.Vfree, first);
        faithful.Run(CommandKind.VmUnmapAliases);
        ulong flush = faithful.Vmalloc(3 * 4096);
        Assert.Equal(lost, flush + (4 * 4096));

        faithful.Run(CommandKind.Drop, lost);
        faithful.Run(CommandKind.KmemleakScan);

        Assert.Equal(0, faithful.Count(EventKind.KmemleakReport));
    }

    [Fact]
    public void Same_start_and_end_switch_it_off()
    {
        Bench faithful = new(DefectMode.Faithful);
        ulong p = faithful.Vmalloc(8000);
        faithful.Run(CommandKind.Vunmap, p);
        faithful.Run(CommandKind.VmUnmapAliases);

        Assert.Equal(p, faithful.Vmalloc(8000));
        Assert.Equal(1, faithful.Count(EventKind.KmemleakRefused));
        Assert.False(faithful.Walk().KmemleakEnabled);
    }
}
