// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>The short form of the fault matrix: toy pages, one node, every era.</summary>
public sealed class MatrixOfTheModel
{
    static readonly Lazy<MatrixReport> shared = new(() => Run(MatrixMachines.Toy, jobs: 2));

    static MatrixReport Report => shared.Value;

    static IEnumerable<FaultCell> Faulted => Report.Cells.Where(
        static cell => cell.HasSite && cell.Visit.Site.Wanted != Wanted.Addresses);

    [Fact]
    public void Ends_between_two_cells_of_a_call_when_it_is_told_to()
    {
        EntryCall call = EntryCalls.On(MatrixMachines.Toy, Era.V2632, DefectMode.Fixed)
            .First(static one => one.Makes);
        int begun = 0;
        FaultMatrix matrix = new(new Model.Model(Era.V2632, DefectMode.Fixed))
        {
            Beginning = _ => begun++,
            IsOver = () => begun == 3,
        };

        Assert.Throws<OperationCanceledException>(() => matrix.Of(call));
        Assert.Equal(3, begun);
    }

    [Fact]
    public void Has_no_red_cell() =>
        Assert.Empty(Report.Red.Select(static cell =>
            $"{cell.Call.Line} {cell.Where} {cell.Mode}: {cell.Verdict.Wrong}"));

    [Fact]
    public void Reaches_every_site_it_found()
    {
        Assert.InRange(Report.Sites, 8000, 20_000);
        Assert.Equal(Report.Sites, Report.SitesReached);
    }

    /// <summary>One page, an array in the slab, a nested one, one nested twice.</summary>
    [Trait("Length", "long")]
    [Fact]
    public void Meets_every_kind_of_allocation_at_every_nesting() =>
        Assert.Equal(
            from nesting in Enumerable.Range(0, 3)
            from wanted in Enum.GetValues<Wanted>()
            where wanted != Wanted.OtherObject && (nesting == 0 || !OfBlocksAlone(wanted))
            select new AllocationSite(wanted, nesting),
            Report.SitesByKind.Select(static figures => figures.Site));

    static bool OfBlocksAlone(Wanted wanted) => wanted is Wanted.PercpuArray
        or Wanted.VmapBlock or Wanted.RadixNode or Wanted.UserTable;

    [Trait("Length", "long")]
    [Fact]
    public void Makes_every_visit_fail_once_to_the_end_and_every_second_time() =>
        Assert.All(Report.Calls, call =>
        {
            foreach (Visit visit in call.Visits.Where(
                static visit => visit.Site.Wanted != Wanted.Addresses))
            {
                Assert.Equal(
                    [CellMode.Once, CellMode.ToTheEnd, CellMode.EverySecond],
                    ModesAt(call, visit));
            }
        });

    [Fact]
    public void Runs_short_of_addresses_at_every_reservation_with_lazy_areas_and_without() =>
        Assert.All(Report.Calls, call =>
        {
            foreach (Visit visit in call.Visits.Where(
                static visit => visit.Site.Wanted == Wanted.Addresses))
            {
                Assert.Equal(
                    [CellMode.NothingLazy, CellMode.LazyMakesRoom],
                    ModesAt(call, visit).Except([CellMode.LazyInVain]));
            }
        });

    [Fact]
    public void Tries_every_pair_of_a_call_with_at_most_32_allocations()
    {
        foreach (CallCells call in Report.Calls)
        {
            int visits = call.Visits.Count(
                static visit => visit.Site.Wanted != Wanted.Addresses);
            Assert.Equal(
                visits <= 32 ? visits * (visits - 1) / 2 : 0,
                call.Cells.Count(static cell => cell.Mode == CellMode.Pair));
        }

        Assert.InRange(Report.Pairs, 10_000, 40_000);
    }

    /// <summary>
    /// So that no call comes to the second fault of a pair. Only <c>pcpu_get_vm_areas</c> asks for
    /// two objects before it looks at either.
    /// </summary>
    [Fact]
    public void Gives_up_at_the_first_allocation_that_fails() =>
        Assert.All(Faulted, static cell =>
        {
            int most = cell.Call.Row.Kind == CommandKind.PcpuGetVmAreas ? 2 : 1;
            Assert.InRange(cell.Verdict.Failures, 1, most);
            Assert.NotEqual("succeeded", cell.Verdict.Result);
        });

    [Fact]
    public void Knows_every_entry_point_as_one_that_allocates_or_shows_that_it_does_not()
    {
        Assert.Equal(
            Signature.All.Where(static row => row.Since <= Era.V2637).Select(static row => row.Name),
            Report.Entries.Select(static entry => entry.Row.Name));
        Assert.All(Report.Entries, static entry => Assert.Equal(
            entry.Row.Product != Product.Nothing
                || entry.Row.Kind is CommandKind.MapVmArea or CommandKind.MapKernelRangeNoflush
                    or CommandKind.RemapVmallocRange,
            entry.Sites > 0));
        Assert.All(
            Report.Entries.Where(static entry => entry.Sites == 0)
                .SelectMany(static entry => entry.Cells),
            static cell => Assert.True(
                cell.Trouble.Fault is { Site: FaultSite.Any, Mode: FaultMode.Sticky, Index: 0 }
                    && cell.Verdict is { Reached: false, Wrong: null }));
    }

    /// <summary>What docs/fault-matrix.md says of __GFP_NOFAIL.</summary>
    [Fact]
    public void Lets_nofail_fail_like_any_other_however_long_the_fault_lasts()
    {
        FaultCell[] nofail =
            [.. Faulted.Where(static cell => (cell.Call.Gfp & Gfp.Nofail) != 0)];

        Assert.Equal(
            Signature.All.Where(static row => row.Takes(Param.Gfp)).Select(static row => row.Name),
            nofail.Select(static cell => cell.Call.Row.Name).Distinct());
        Assert.All(nofail, static cell =>
            Assert.Equal(("NULL", null), (cell.Verdict.Result, cell.Verdict.Wrong)));
    }

    [Trait("Length", "long")]
    [Fact]
    public void Is_the_same_on_one_thread_as_on_three()
    {
        Machine small = MatrixMachines.Toy with { TotalRam = 9 };

        Assert.Equal(Told(Run(small, jobs: 1)), Told(Run(small, jobs: 3)));
    }

    [Fact]
    public void Says_how_much_it_left_out_when_it_is_stopped()
    {
        using CancellationTokenSource stopped = new();
        stopped.Cancel();
        MatrixReport none = new MatrixRun(
            new MatrixPlan { Machines = [MatrixMachines.Toy], Eras = [Era.V2632] },
            static (era, mode) => new Model.Model(era, mode)).Run(stopped.Token);

        Assert.Empty(none.Calls);
        Assert.Equal(
            EntryCalls.On(MatrixMachines.Toy, Era.V2632, DefectMode.Fixed).Count(),
            none.CallsLeft);
    }

    static IEnumerable<CellMode> ModesAt(CallCells call, Visit visit) => call.Cells
        .Where(cell => cell.HasSite && cell.Mode != CellMode.Pair && cell.Visit == visit)
        .Select(static cell => cell.Mode);

    static IEnumerable<string> Told(MatrixReport report) => report.Cells.Select(static cell =>
        $"{cell.Call.Era} {cell.Call.Line} {cell.Where} {cell.Mode} {cell.Verdict}");

    static MatrixReport Run(Machine machine, int jobs) => new MatrixRun(
        new MatrixPlan { Machines = [machine], Jobs = jobs },
        static (era, mode) => new Model.Model(era, mode)).Run();
}
