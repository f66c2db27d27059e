// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Search;

/// <summary>A call of the matrix with all that was made of it.</summary>
/// <param name="Call">The call.</param>
/// <param name="Visits">Its allocations and reservations when nothing fails, in order.</param>
/// <param name="Cells">Everything tried, in order.</param>
public sealed record CallCells(
    EntryCall Call, IReadOnlyList<Visit> Visits, IReadOnlyList<FaultCell> Cells)
{
    /// <summary>Cells not tried, because too many others were deadly.</summary>
    public int Skipped { get; init; }

    /// <summary>Visits that failed in every cell that was to make them fail.</summary>
    public int Reached => Cells
        .Where(static cell => cell.HasSite && cell.Mode != CellMode.Pair)
        .GroupBy(static cell => (cell.Visit.Site, cell.Visit.Index))
        .Count(static cells => cells.All(static cell => cell.Verdict.Reached));
}
