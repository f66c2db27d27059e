// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>A fault matrix that could not fail would show nothing.</summary>
public sealed class RedCells
{
    static readonly Machine small = MatrixMachines.Toy with { TotalRam = 9 };

    static readonly CommandKind[] shown =
        [CommandKind.Vmalloc, CommandKind.MapVmArea, CommandKind.Vmallocinfo, CommandKind.Take];

    /// <summary>
    /// For each mistake one entry point that shows it, what its red cells say, and where they are.
    /// </summary>
    [Theory]
    [InlineData(
        "keeps a page when a pte table fails", CommandKind.Vmalloc, "FailedCallsKeepNoPage",
        Wanted.PteTable)]
    [InlineData(
        "takes its vmap_area from a pool of its own", CommandKind.VmallocUser,
        "vmap_area (slab 1) was to fail and did not", Wanted.VmapArea)]
    [InlineData(
        "refuses the next map_vm_area after a failure", CommandKind.MapVmArea,
        "the same call without trouble fails", null)]
    [InlineData(
        "forgets a frame after a failure", CommandKind.Take, "left at the end: 1 x page frame",
        null)]
    [InlineData(
        "allocates more than it tells", CommandKind.Vmalloc,
        "a fault fired at an allocation that no event tells of", null)]
    [InlineData(
        "allocates to print /proc/vmallocinfo", CommandKind.Vmallocinfo,
        "the fault fired in a call that allocates nothing", null)]
    [InlineData(
        "keeps a vmap_area at each purge once it has failed twice", CommandKind.Vmalloc,
        "repeating it keeps more each time: 1 x slab object", null)]
    [InlineData(
        "keeps a node of a tree at each purge once it has failed twice", CommandKind.Vmalloc,
        "repeating it keeps more each time: 1 x other object", null)]
    [InlineData(
        "never runs short", CommandKind.VmallocExec, "addresses did not run short",
        Wanted.Addresses)]
    public void Show_each_mistake_where_it_is(
        string mistake, CommandKind kind, string wrong, Wanted? wanted)
    {
        FaultCell[] cells = CellsOf(mistake, kind);
        FaultCell[] red = [.. cells.Where(static cell => cell.IsRed)];

        Assert.NotEmpty(red);
        Assert.All(red, cell => Assert.Contains(wrong, cell.Verdict.Wrong));
        if (wanted is not null)
        {
            Assert.All(red, cell => Assert.True(
                cell.Visit.Site.Wanted == wanted || cell.Also.Site.Wanted == wanted));
            Assert.Contains(cells, static cell => cell.HasSite && !cell.IsRed);
        }
    }

    [Fact]
    public void Are_at_the_site_in_every_mode()
    {
        FaultCell[] red =
            [.. CellsOf("keeps a page when a pte table fails", CommandKind.Vmalloc)
                .Where(static cell => cell.Visit.Site.Wanted == Wanted.PteTable && cell.HasSite)];

        Assert.All(red, static cell => Assert.True(cell.IsRed));
        Assert.Equal(
            [CellMode.Once, CellMode.ToTheEnd, CellMode.EverySecond, CellMode.Pair],
            red.Select(static cell => cell.Mode).Distinct().Order());
    }

    [Theory]
    [MemberData(nameof(WrongAllocator.Names), MemberType = typeof(WrongAllocator))]
    public void Are_trace_files_that_are_red_again_on_the_same_target_only(string mistake)
    {
        CellJudge again = new(WrongAllocator.That(mistake));
        CellJudge sound = new(new Model.Model(Era.V2632, DefectMode.Fixed));
        FaultCell[] red =
        [
            .. shown.SelectMany(kind => CellsOf(mistake, kind, most: 8))
                .Where(static cell => cell.IsRed),
        ];

        Assert.NotEmpty(red);
        foreach (FaultCell cell in red)
        {
            Trace file = TraceReader.Read(TraceWriter.Write(cell.Trace));
            Assert.Equal(cell.Verdict.Wrong, again.Judge(file).Wrong);
            Assert.NotEqual(cell.Verdict.Wrong, sound.Judge(file).Wrong);
        }
    }

    /// <summary>A kernel keeps a descriptor or two for the next call, however that ends.</summary>
    [Fact]
    public void Are_none_where_a_target_keeps_a_spare_object_for_later()
    {
        FaultMatrix matrix = new(WrongAllocator.WithASpare);
        FaultCell[] cells =
            [.. CallsOf(CommandKind.Vmalloc).SelectMany(call => matrix.Of(call).Cells)];

        Assert.InRange(cells.Length, 500, 5000);
        Assert.Empty(cells.Where(static cell => cell.IsRed)
            .Select(static cell => cell.Verdict.Wrong));
    }

    /// <summary>A tree has more nodes after a failure than without one, once and for all.</summary>
    [Fact]
    public void Are_none_where_a_tree_keeps_an_object_after_a_failure()
    {
        FaultMatrix matrix = new(WrongAllocator.WithATree);
        FaultCell[] cells = [.. matrix.Of(CallsOf(CommandKind.Vmalloc).First()).Cells];

        Assert.InRange(cells.Length, 20, 100);
        Assert.Empty(cells.Where(static cell => cell.IsRed)
            .Select(static cell => cell.Verdict.Wrong));
    }

    [Fact]
    public void Are_not_those_whose_call_is_not_made_for_a_known_defect()
    {
        EntryCall call = CallsOf(CommandKind.VmallocInner)
            .First(static call => (call.Gfp & Gfp.Nofail) != 0);
        FaultCell[] excused =
            [.. OfTables(new FaultMatrix(WrongAllocator.WithAKnownDefect).Of(call))];
        FaultCell[] faithful = [.. OfTables(new FaultMatrix(WrongAllocator.WithAKnownDefect)
            .Of(call with { Mode = DefectMode.Faithful }))];

        Assert.NotEmpty(excused);
        Assert.All(excused, static cell => Assert.Equal(
            (true, false, false, "not made"),
            (cell.Verdict.IsNotMade, cell.IsRed, cell.HasPassed, cell.Verdict.Result)));
        Assert.All(faithful, static cell => Assert.Equal(
            (false, "NULL"), (cell.Verdict.IsNotMade, cell.Verdict.Result)));

        static IEnumerable<FaultCell> OfTables(CallCells call) => call.Cells.Where(
            static cell => cell.HasSite && cell.Trouble.Fault.Site == FaultSite.Table);
    }

    [Fact]
    public void Stand_alone_for_a_call_that_fails_without_a_fault()
    {
        EntryCall tooLarge = CallsOf(CommandKind.Vmalloc).First() with { Pages = 10 };
        FaultMatrix matrix = new(new Model.Model(Era.V2632, DefectMode.Fixed));

        FaultCell red = Assert.Single(matrix.Of(tooLarge).Cells);
        Assert.Equal(
            (CellMode.Faultless, "the call fails without a fault"), (red.Mode, red.Verdict.Wrong));
    }

    [Fact]
    public void Are_none_where_a_target_shows_nothing_and_nothing_counts_as_reached()
    {
        MatrixReport report = new MatrixRun(
            new MatrixPlan { Machines = [small], Eras = [Era.V2632] },
            static (_, _) => new Mute()).Run();

        Assert.Equal(0, report.SitesReached);
    }

    [Fact]
    public void Do_not_hide_a_target_that_throws() => Assert.Throws<AggregateException>(
        () => new MatrixRun(
            new MatrixPlan { Machines = [small], Eras = [Era.V2632] },
            static (_, _) => new Throwing()).Run());

    static FaultCell[] CellsOf(string mistake, CommandKind kind, ulong most = 9)
    {
        FaultMatrix matrix = new(WrongAllocator.That(mistake));
        return
        [
            .. CallsOf(kind)
                .Where(call => call.Pages <= most)
                .SelectMany(call => matrix.Of(call).Cells),
        ];
    }

    static IEnumerable<EntryCall> CallsOf(CommandKind kind) =>
        EntryCalls.On(small, Era.V2632, DefectMode.Fixed).Where(call => call.Row.Kind == kind);
}
