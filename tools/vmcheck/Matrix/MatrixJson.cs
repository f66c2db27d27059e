// SPDX-License-Identifier: GPL-2.0-only
using System.Text.Json;
using Verification.Search;

namespace Verification.Vmcheck;

/// <summary>A fault matrix as one JSON object; names are stable, new ones may be added.</summary>
static class MatrixJson
{
    /// <summary>Figures, every call, every site with its results, every red cell.</summary>
    public static string Print(MatrixReport report, MatrixTraces traces) =>
        JsonSerializer.Serialize(
            new
            {
                report.Target,
                Eras = report.Plan.Eras.Select(Words.Of),
                Mode = Words.Of(report.Plan.Mode),
                Machines = report.Plan.Machines.Select(static machine => machine.Name),
                Cells = report.Cells.Count(),
                report.Passed,
                report.NotMade,
                Failed = report.Red.Count(),
                SitesFound = report.Sites,
                report.SitesReached,
                report.Pairs,
                report.PairsBothFired,
                report.Commands,
                report.CallsLeft,
                report.CellsLeft,
                Seconds = Math.Round(report.Time.TotalSeconds, 3),
                NoAllocation = report.Entries
                    .Where(static entry => entry.Sites == 0)
                    .Select(static entry => entry.Row.Name),
                LeftOut = report.LeftOut.Select(static one => new
                {
                    Entry = one.Row.Name,
                    one.Calls,
                    Lacks = one.Lacks.Select(static row => row.Name),
                }),
                Calls = report.Calls.Select(Of),
                Sites = report.Calls.SelectMany(SitesOf),
                Red = report.Red.Select(cell => Of(cell, traces)),
            },
            CheckJson.CamelCase);

    static object Of(CallCells call) => new
    {
        Entry = call.Call.Row.Name,
        Machine = call.Call.Machine.Name,
        Era = Words.Of(call.Call.Era),
        Call = call.Call.Line,
        Sites = call.Visits.Count,
        call.Reached,
        Cells = call.Cells.Count,
        Failed = call.Cells.Count(static cell => cell.IsRed),
        Pairs = call.Cells.Count(static cell => cell.Mode == CellMode.Pair),
    };

    /// <summary>Neighbouring indices of one site with equal results share an entry.</summary>
    static IEnumerable<object> SitesOf(CallCells call)
    {
        var sites = call.Cells
            .Where(static cell => cell.HasSite && cell.Mode != CellMode.Pair)
            .GroupBy(static cell => (cell.Visit.Site, cell.Visit.Index))
            .Select(static cells => (cells.Key.Site, cells.Key.Index, Results: Results(cells)))
            .OrderBy(static one => (one.Site.Nesting, one.Site.Wanted, one.Index))
            .ToArray();
        for (int first = 0, next = 0; first < sites.Length; first = next)
        {
            AllocationSite site = sites[first].Site;
            while (next < sites.Length && sites[next].Site == site
                && sites[next].Index == sites[first].Index + next - first
                && sites[next].Results.SequenceEqual(sites[first].Results))
            {
                next++;
            }

            yield return new
            {
                Entry = call.Call.Row.Name,
                Machine = call.Call.Machine.Name,
                Era = Words.Of(call.Call.Era),
                Call = call.Call.Line,
                Site = site.ToString(),
                site.Nesting,
                From = sites[first].Index,
                To = sites[next - 1].Index,
                Results = new Dictionary<string, string>(sites[first].Results),
            };
        }
    }

    static KeyValuePair<string, string>[] Results(IEnumerable<FaultCell> cells) =>
    [
        .. cells.Select(static cell => KeyValuePair.Create(
            CellModes.Of(cell.Mode),
            cell.Verdict.Result + (cell.IsRed ? $"; {cell.Verdict.Wrong}" : ""))),
    ];

    static object Of(FaultCell cell, MatrixTraces traces) => new
    {
        traces.Target,
        Entry = cell.Call.Row.Name,
        Machine = cell.Call.Machine.Name,
        Era = Words.Of(cell.Call.Era),
        Call = cell.Call.Line,
        Allocation = cell.Where,
        Mode = CellModes.Of(cell.Mode),
        cell.Verdict.Result,
        cell.Verdict.Wrong,
        Law = cell.Verdict.Violation?.Law.Name,
        File = traces.FileOf(cell),
        Again = traces.FileOf(cell) is { } file ? traces.Again(file) : null,
    };
}
