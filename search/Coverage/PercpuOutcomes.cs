// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>What came of a call for a percpu group.</summary>
static class PercpuOutcomes
{
    public static readonly string[] Names =
    [
        "of one area", "of several, the highest last", "of several in another order",
        "after a purge", "refused for want of a place", "for want of memory",
        "beyond the whole range",
    ];

    /// <summary>The place in <see cref="Names"/> of a step that asked for a group.</summary>
    public static int Of(Ledger ledger, Step step)
    {
        if (ledger.Result is null)
        {
            return PercpuLaws.IsTooLarge(ledger, step.Call) ? 6
                : ledger.Tally.Failures > 0 ? 5 : 4;
        }

        ReadOnlySpan<PercpuArea> areas = step.Call.Areas;
        return ledger.Tally.Purges > 0 ? 3 : areas.Length == 1 ? 0
            : PercpuArea.Last(areas) == areas.Length - 1 ? 1 : 2;
    }
}
