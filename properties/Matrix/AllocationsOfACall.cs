// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>What the events of a call say it allocated, and which calls are tried.</summary>
public sealed class AllocationsOfACall
{
    static readonly Machine huge = MatrixMachines.All.Single(
        static machine => machine.Name == "matrix-4k");

    [Fact]
    public void Are_counted_once_where_they_are_of_a_higher_order() => Assert.Equal(
        ["page (0)", "page (1)", "page (2)"],
        Told(Page(), Page(detail: 1), Page(detail: 1), Page(), Page()));

    [Fact]
    public void Begin_again_after_an_area_that_was_given_up() => Assert.Equal(
        ["vm_struct (0)", "page (0)", "vm_struct (1)", "page (1)"],
        Told(
            Slab(SlabKind.Vm), Of(EventKind.VmInsert), Page(), Of(EventKind.VmUnlink),
            Slab(SlabKind.Vm), Of(EventKind.VmInsert), Page()));

    [Fact]
    public void May_be_objects_of_a_tree() =>
        Assert.Equal(["other object (0)"], Told(Slab(SlabKind.Other)));

    [Fact]
    public void Are_those_of_a_huge_page_where_there_is_memory_for_one_in_each_round()
    {
        Assert.Equal([1, 20, 512], Sizes(huge));
        Assert.Equal([1, 20], Sizes(huge with { Frames = 2000 }));
        Assert.Equal([1, 20], Sizes(huge with { TotalRam = 511 }));
    }

    [Fact]
    public void Need_pages_that_are_mapped_where_they_are_to_be_unmapped()
    {
        EntryCall call = EntryCalls.On(huge, Era.V61, DefectMode.Fixed)
            .First(static call => call.Row.Kind == CommandKind.VmUnmapRam);

        Assert.Equal(
            [
                CommandKind.Take, CommandKind.VmMapRam, CommandKind.VmUnmapRam,
                CommandKind.GiveBack, CommandKind.VmUnmapAliases,
            ],
            call.Trace(Trouble.None).Commands.Select(static command => command.Kind));
    }

    static IEnumerable<ulong> Sizes(Machine machine) =>
        EntryCalls.On(machine, Era.V61, DefectMode.Fixed)
            .Where(static call => call.Row.Kind == CommandKind.VmallocHuge)
            .Select(static call => call.Pages);

    static IEnumerable<string> Told(params Event[] events)
    {
        Step step = new();
        step.Call.Take(new Command(CommandKind.VmallocHuge));
        Array.ForEach(events, one => step.Add(in one));
        List<Visit> visits = [];
        Visit.Read(step, huge, visits);
        return visits.Select(static visit => $"{visit.Site} ({visit.Index})");
    }

    static Event Page(byte detail = 0) => Of(EventKind.PageAlloc, detail);

    static Event Slab(SlabKind kind) => Of(EventKind.SlabAlloc, (byte)kind);

    static Event Of(EventKind kind, byte detail = 0) =>
        new(kind, detail, 0, -1, Gfp.Kernel, 0, 0, 0);
}
