// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>A call in one kind of trouble at one of its allocations, and how that went.</summary>
public sealed record FaultCell(
    EntryCall Call, CellMode Mode, Trouble Trouble, Visit Visit, CellVerdict Verdict)
{
    /// <summary>The second visit of a pair.</summary>
    public Visit Also { get; init; }

    /// <summary>Which allocations: <c>page (3) and pte table (0)</c>; empty: none.</summary>
    public string Where => !HasSite ? ""
        : Mode == CellMode.Pair ? $"{Of(Visit)} and {Of(Also)}" : Of(Visit);

    public bool IsRed => Verdict.Wrong is not null;

    /// <summary>It showed something, and that was right.</summary>
    public bool HasPassed => !IsRed && !Verdict.IsNotMade;

    /// <summary>It is about an allocation of the call, and not about the call as a whole.</summary>
    public bool HasSite => Mode is not (CellMode.Faultless or CellMode.Beyond);

    /// <summary>The commands that were run: anybody may run them again.</summary>
    public Trace Trace => Call.Trace(Trouble);

    static string Of(Visit visit) => $"{visit.Site} ({visit.Index})";
}
