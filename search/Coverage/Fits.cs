// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>Where in its hole a new range lies, seen once the call is over.</summary>
static class Fits
{
    public const int Exact = 0;
    public const int LowEdge = 1;
    public const int HighEdge = 2;
    public const int Middle = 3;

    public static readonly string[] Names =
        ["fills its hole", "low edge of a hole", "high edge", "in the middle"];

    /// <summary>Above a neighbour a page stays free, below one none does.</summary>
    public static int Of(Ledger ledger, Area area)
    {
        ulong low = ledger.Areas.Before(area) is { } below
            ? below.End + ledger.Machine.PageSize : ledger.Machine.Start;
        ulong high = ledger.Areas.After(area)?.Start ?? ledger.Machine.End;
        bool isLow = area.Start <= low;
        bool isHigh = area.End >= high;
        return isLow ? isHigh ? Exact : LowEdge : isHigh ? HighEdge : Middle;
    }
}
