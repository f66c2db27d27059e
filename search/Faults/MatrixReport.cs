// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>A fault matrix that was run.</summary>
public sealed record MatrixReport
{
    public required MatrixPlan Plan { get; init; }

    /// <summary>Name of the target.</summary>
    public required string Target { get; init; }

    /// <summary>Every call that was tried, by machine, era and entry point.</summary>
    public required IReadOnlyList<CallCells> Calls { get; init; }

    /// <summary>Calls that were not tried, because somebody stopped the run.</summary>
    public required int CallsLeft { get; init; }

    /// <summary>Cells that were not tried, in calls with too many deadly ones.</summary>
    public int CellsLeft => Calls.Sum(static call => call.Skipped);

    /// <summary>Entry points that the target cannot be asked for.</summary>
    public required IReadOnlyList<LeftOut> LeftOut { get; init; }

    /// <summary>Commands executed and judged.</summary>
    public required long Commands { get; init; }

    public required TimeSpan Time { get; init; }

    public IEnumerable<FaultCell> Cells => Calls.SelectMany(static call => call.Cells);

    public IEnumerable<FaultCell> Red => Cells.Where(static cell => cell.IsRed);

    /// <summary>Cells whose call was not made, for a known defect that is excused.</summary>
    public int NotMade => Cells.Count(static cell => !cell.IsRed && !cell.HasPassed);

    public int Passed => Cells.Count(static cell => cell.HasPassed);

    /// <summary>Allocations and reservations of all calls.</summary>
    public int Sites => Calls.Sum(static call => call.Visits.Count);

    /// <summary>Those that failed, or ran short, whenever they were to.</summary>
    public int SitesReached => Calls.Sum(static call => call.Reached);

    public int Pairs => Cells.Count(static cell => cell.Mode == CellMode.Pair);

    /// <summary>Pairs in which the call came to the second fault too.</summary>
    public int PairsBothFired => Cells.Count(static cell =>
        cell.Mode == CellMode.Pair && cell.Verdict.Failures > 1);

    /// <summary>The entry points, in the order of the table of signatures.</summary>
    public IEnumerable<EntryFigures> Entries => Calls
        .GroupBy(static call => call.Call.Row)
        .OrderBy(static group => group.Key.Kind)
        .Select(static group => new EntryFigures(group.Key, [.. group]));

    /// <summary>What was allocated, by nesting.</summary>
    public IEnumerable<SiteFigures> SitesByKind => Calls
        .SelectMany(static call => call.Visits)
        .GroupBy(static visit => visit.Site)
        .OrderBy(static group => (group.Key.Nesting, group.Key.Wanted))
        .Select(group => new SiteFigures(
            group.Key,
            group.Count(),
            group.Max(static visit => visit.Index),
            [.. Cells.Where(cell => cell.HasSite && cell.Visit.Site == group.Key)]));
}

/// <summary>
/// An entry point of which no call was tried: the target lacks it, or what its calls need besides.
/// </summary>
public sealed record LeftOut(Signature Row, int Calls, IReadOnlyList<Signature> Lacks);

/// <summary>What was tried of one entry point.</summary>
public sealed record EntryFigures(Signature Row, IReadOnlyList<CallCells> Calls)
{
    public int Sites => Calls.Sum(static call => call.Visits.Count);

    public IEnumerable<FaultCell> Cells => Calls.SelectMany(static call => call.Cells);

    /// <summary>What the calls returned in trouble.</summary>
    public IEnumerable<string> Results => Cells
        .Where(static cell => cell.HasSite && cell.Mode != CellMode.LazyMakesRoom)
        .Select(static cell => cell.Verdict.Result)
        .Distinct();
}

/// <summary>What was tried of one kind of allocation; Last is the highest index it had.</summary>
public sealed record SiteFigures(
    AllocationSite Site, int Sites, int Last, IReadOnlyList<FaultCell> Cells)
{
    public int Of(CellMode mode) => Cells.Count(cell => cell.Mode == mode);
}
