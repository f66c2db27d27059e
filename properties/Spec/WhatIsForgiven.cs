// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>
/// What looks like a mistake for a while, or to a law that does not ask what came before.
/// </summary>
public sealed class WhatIsForgiven
{
    readonly Script script = new();

    /// <summary>The page changes its owner while it is mapped, for a moment.</summary>
    [Fact]
    public void Is_an_entry_of_the_earlier_owner_that_goes_in_the_same_call()
    {
        Scripted first = script.Vmalloc(1);
        script.Vmalloc(1, frame: 0);
        script.Last.Events.Insert(0, new(EventKind.PageFree, 0, 0, 0, Gfp.None, 0, 0, 0));
        script.Last.Add(EventKind.PteClear, first.Start, id: 0);

        Assert.Null(Run(FrameLaws.NewOwnersAreNotMappedByOthers));
    }

    /// <summary>Two ranges are cleared at once, and flushed in two calls.</summary>
    [Fact]
    public void Is_an_entry_in_a_TLB_until_its_own_flush()
    {
        Scripted first = script.Vmalloc(1);
        Scripted second = script.Vmalloc(1);
        DoctoredAreas.ReadOf(script, second);
        script.Vfree(first);
        script.Vfree(second);
        ScriptedStep purge = script.Call(CommandKind.VmUnmapAliases);
        foreach (Scripted area in new[] { first, second })
        {
            purge.Add(EventKind.PteClear, area.Start, id: area.Frames[0]);
        }

        Flush(purge, first);
        Flush(script.Call(CommandKind.VmUnmapAliases), second);
        script.Vmalloc(1);
        script.Last.Shift((long)second.Start - (long)script.Last.Outcome.Value);

        Assert.Null(Run(
            TranslationLaws.TlbsHoldCurrentTranslations, TranslationLaws.EntriesAreNotOverwritten));
    }

    /// <summary>The end of the range just below is taken for a reference to it.</summary>
    [Fact]
    public void Is_a_leak_behind_a_range_that_ends_where_it_begins()
    {
        script.Vmalloc(1);
        Scripted block = script.Vmalloc(1);
        script.Last.Shift(-0x1000);
        script.Call(CommandKind.Drop, Operand.Named(block.Name));
        script.Call(CommandKind.KmemleakScan);

        Assert.Null(Run(ReportLaws.ScansReportWhatIsForgotten));
    }

    /// <summary>A freed range there still waits for RCU, and its vmap_area for its memory.</summary>
    [Theory]
    [InlineData(0, true)]
    [InlineData(-0x1000, false)]
    public void Is_a_leak_where_the_vmap_area_of_an_earlier_range_points(int above, bool hidden)
    {
        script.Machine = script.Machine with { Rcu = RcuMode.Manual };
        DoctoredAreas.Purged(script);
        Scripted earlier = script.Vmalloc(1);
        script.Vfree(earlier);
        script.UnmapAliases(earlier);
        script.Last.Drop(EventKind.SlabFree);
        Scripted block = script.Vmalloc(1);
        script.Last.Shift((long)earlier.Start + above - (long)block.Start);
        script.Call(CommandKind.Drop, Operand.Named(block.Name));
        script.Call(CommandKind.KmemleakScan);

        Assert.Equal(hidden, Run(ReportLaws.ScansReportWhatIsForgotten) is null);
    }

    /// <summary>It is claimed when it is mapped.</summary>
    [Fact]
    public void Is_a_page_that_is_taken_before_its_area()
    {
        Scripted block = script.Vmalloc(1);
        script.Last.Hasten(EventKind.PageAlloc);
        script.Vfree(block);

        Assert.Null(Run(FrameLaws.OwnedFramesBelongToALiveArea, FreeLaws.FreeGivesBackItsPages));
    }

    /// <summary>Its flags are those that its range was reserved with.</summary>
    [Fact]
    public void Is_that_a_range_filled_later_is_marked_as_it_was_reserved()
    {
        Scripted area = script.Reserve(
            1, CommandKind.GetVmArea, VmFlags.Map | VmFlags.Usermap);
        ScriptedStep step = script.Produce(new Command(CommandKind.VmallocAreaInner)
        {
            Pointer = Operand.Named(area.Name),
        });
        step.Add(EventKind.VmPagesCounted, area.Start, bytes: 1);
        step.Add(EventKind.VmPagesSet, area.Start, id: 9);
        step.Add(EventKind.PageAlloc, id: 0, node: -1, gfp: Script.Plain);
        script.Map(step, area with { Frames = [0] }, Pgprot.Kernel, Script.Plain);
        step.Outcome = Outcome.Pointer(area.Start);

        Assert.Null(Run(LinuxLaws.BlocksAreTaggedVmAlloc, LinuxLaws.UserBlocksAreMarked));
    }

    [Theory]
    [InlineData(CommandKind.Vread)]
    [InlineData(CommandKind.Vwrite)]
    public void Is_what_a_buffer_holds_that_is_too_large_to_follow(CommandKind kind)
    {
        Command command = new(kind) { Pointer = Operand.FromStart(0), Size = 1UL << 40 };
        script.Vmalloc(1);
        script.Look(command).Outcome = Outcome.Number(1);

        Assert.Null(Run(VreadLaws.VreadSeesTheAreas, VreadLaws.VwriteHitsTheAreas));
        script.Rewrite(other =>
        {
            other.Vmalloc(1);
            other.Look(command with { Size = 8 }).Outcome = Outcome.Number(1);
        });
        Assert.NotNull(Run(VreadLaws.VreadSeesTheAreas, VreadLaws.VwriteHitsTheAreas));
    }

    Violation? Run(params Law[] laws) =>
        new Checker(new ScriptedTarget(script), laws) { FullAfterEachStep = true }
            .Run(script.Trace);

    /// <summary>The flush over a range, and its release.</summary>
    static void Flush(ScriptedStep step, Scripted area)
    {
        step.Add(EventKind.TlbFlush, area.Start, area.End, id: 1);
        step.Add(EventKind.AreaRelease, area.Start, area.End);
    }
}
