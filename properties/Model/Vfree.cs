// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>Freeing twice, and freeing the wrong way: as it was, and as it should be.</summary>
public class Vfree
{
    readonly Bench faithful = new(DefectMode.Faithful);
    readonly Bench repaired = new(DefectMode.Fixed);

    [Fact]
    public void Twice_warns_when_repaired()
    {
        ulong p = repaired.Vmalloc(4096);
        repaired.Run(CommandKind.Vfree, p);

        Assert.Equal(OutcomeKind.Void, repaired.Run(CommandKind.Vfree, p).Kind);
        Assert.Equal(1, repaired.Count(EventKind.Warn));
        Assert.Equal(2, repaired.Step.Counters.LazyPages);
    }

    [Fact]
    public void Twice_follows_a_wild_pointer_while_the_slot_is_free()
    {
        ulong p = faithful.Vmalloc(4096);
        faithful.Run(CommandKind.Vfree, p);

        Assert.Equal("remove_vm_area", faithful.Run(CommandKind.Vfree, p).Bug);
    }

    [Fact]
    public void Twice_destroys_the_block_that_got_the_slot()
    {
        ulong p = faithful.Vmalloc(4096);
        faithful.Run(CommandKind.Vfree, p);
        ulong victim = faithful.Vmalloc(3 * 4096);

        faithful.Run(CommandKind.Vfree, p);

        Picture picture = faithful.Walk();
        Assert.Empty(picture.Vmlist);
        Assert.Empty(picture.Frames);
        Assert.Equal(4, picture.Translations.Count);
        Assert.Contains(picture.VmapAreas, va => va.Start == victim && va.Flags == 4);
        Assert.Equal(4, picture.Counters.LazyPages);
        faithful.Run(CommandKind.VmUnmapAliases);
        Assert.Equal(2, faithful.Step.Counters.LazyPages);
    }

    [Fact]
    public void Twice_after_the_purge_warns_in_both()
    {
        foreach (Bench bench in new[] { faithful, repaired })
        {
            ulong p = bench.Vmalloc(4096);
            bench.Run(CommandKind.Vfree, p);
            bench.Run(CommandKind.VmUnmapAliases);
            bench.Run(CommandKind.Vfree, p);
            Assert.Equal(1, bench.Count(EventKind.Warn));
        }
    }

    [Fact]
    public void Vunmap_of_a_block_leaks_pages_array_and_registration()
    {
        ulong p = faithful.Vmalloc(2 * 4096);
        faithful.Run(CommandKind.Vunmap, p);

        Picture picture = faithful.Walk();
        Assert.Equal(2, picture.Frames.Count);
        Assert.Single(picture.Kmemleak);
        Assert.Contains(picture.Objects, item => item.Kind == SlabKind.Array);
    }

    [Fact]
    public void Vunmap_of_a_block_changes_nothing_when_repaired()
    {
        ulong p = repaired.Vmalloc(2 * 4096);
        repaired.Run(CommandKind.Vunmap, p);

        Assert.Equal(1, repaired.Count(EventKind.Warn));
        Assert.Equal(p, Assert.Single(repaired.Walk().Vmlist).Address);
    }

    [Theory]
    [InlineData(4, 0)]
    [InlineData(3, 1)]
    public void Purges_only_beyond_the_mark(int mark, int flushes)
    {
        var machine = new Machine { Name = "marked", LazyMax = mark };
        var bench = new Bench(DefectMode.Fixed, machine: machine);
        ulong p = bench.Vmalloc(3 * 4096);
        bench.Run(CommandKind.Vfree, p);

        Assert.Equal(flushes, bench.Count(EventKind.TlbFlush));
        Assert.Equal(flushes == 0 ? 4 : 0, bench.Step.Counters.LazyPages);
    }
}
