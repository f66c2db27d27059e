// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>
/// Which pages <c>vm_map_ram</c> had, and which <c>vm_unmap_ram</c> met. Real code does not tell of
/// its blocks: what it does with them is none of these.
/// </summary>
static class RamOutcomes
{
    public static readonly string[] Mapped =
    [
        "of a new block", "of a block in use", "the last free ones of a block",
        "an area of their own", "given back for want of a table", "none",
    ];

    public static readonly string[] Unmapped =
    [
        "some of a block with room", "some of a block used up", "the last of a block",
        "an area of their own", "given back before", "no page of the range",
    ];

    /// <summary>The place in <see cref="Mapped"/>; -1: it is none of these.</summary>
    public static int OfMap(Ledger ledger, Step step)
    {
        if (ledger.Profile.Reach != Reach.Linux2632 || step.Call.Kind != CommandKind.VmMapRam
            || step.Outcome.Kind != OutcomeKind.Pointer)
        {
            return -1;
        }

        bool isPart = step.Call.PageCount <= ledger.Machine.VmapMaxAlloc;
        if (step.Outcome.IsNull)
        {
            return (isPart ? ledger.Part.End != 0 : ledger.Tally.Reserved > 0) ? 4 : 5;
        }

        return ledger.AreaAt(step.Outcome.Value) is not { Block: { } block } area ? 3
            : block.Free == 0 ? 2 : area.CreatedIn == step.Index ? 0 : 1;
    }

    /// <summary>The place in <see cref="Unmapped"/>; -1: it is none of these.</summary>
    public static int OfUnmap(Ledger ledger, Step step)
    {
        Call call = step.Call;
        if (ledger.Profile.Reach != Reach.Linux2632 || call.Kind != CommandKind.VmUnmapRam)
        {
            return -1;
        }

        if (step.Outcome.Kind == OutcomeKind.Bug)
        {
            return ledger.LastRamPages(call.Address) > 0 ? 4 : 5;
        }

        return call.Count > (ulong)ledger.Machine.VmapMaxAlloc ? 3
            : ledger.AreaAt(call.Address)?.Block is not { IsGone: false } block ? 2
            : block.Free == 0 ? 1 : 0;
    }
}
