// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Model;

/// <summary>
/// The search for the base of a percpu group. Of C's two cursors only next is kept: prev is always
/// the range before it.
/// </summary>
public sealed partial class Model
{
    /// <summary>
    /// The scan of <c>pcpu_get_vm_areas</c>: the highest base at which every area fits, the areas
    /// tried in turn from the last one down. False when the base would lie below the range.
    /// </summary>
    /// <remarks>Ported; base underflows on the way, as in C.</remarks>
    [Kernel("pcpu_get_vm_areas", "pcpu.4", "pcpu.5")]
    bool FindPercpuBase(ReadOnlySpan<PercpuArea> areas, ulong align, out ulong @base)
    {
        int area = PercpuArea.Last(areas);
        int termArea = area;
        ulong lastEnd = areas[area].End;
        ulong lowest = InGroup(PercpuStart(align), lastEnd);
        if (!PvmFindNextPrev(vmapAreaPcpuHole, out AddressIndex.Position next))
        {
            @base = BaseBelow(PercpuEnd(align), lastEnd);
            return true;
        }

        @base = BaseBelow(PvmDetermineEnd(ref next, align), lastEnd);
        while (InGroup(@base, lastEnd) >= lowest)
        {
            ulong end = InGroup(@base, areas[area].End);
            if (IsInTheWay(ref next, InGroup(@base, areas[area].Offset), end))
            {
                @base = BaseBelow(PvmDetermineEnd(ref next, align), areas[area].End);
                termArea = area;
                continue;
            }

            area = (area + areas.Length - 1) % areas.Length;
            if (area == termArea)
            {
                return true;
            }

            PvmFindNextPrev(InGroup(@base, areas[area].End), out next);
        }

        return false;
    }

    /// <summary>
    /// Whether a group that reaches so far fits between two addresses; C only subtracts them.
    /// </summary>
    [Kernel("pcpu_get_vm_areas", "pcpu.1")]
    bool HasPercpuRange(ulong start, ulong end, ulong reach) =>
        (faithful || (start >= machine.Start && end > start))
        && UnsignedLong(unchecked(end - start)) >= reach;

    /// <summary>An address of a group, as an unsigned long holds it.</summary>
    ulong InGroup(ulong @base, ulong offset) => UnsignedLong(unchecked(@base + offset));

    ulong BaseBelow(ulong end, ulong offset) => UnsignedLong(unchecked(end - offset));

    /// <summary>
    /// Whether next or the range before it overlaps [start, end); next becomes the lower one that
    /// does.
    /// </summary>
    [Kernel("pcpu_get_vm_areas", "pcpu.5")]
    bool IsInTheWay(ref AddressIndex.Position next, ulong start, ulong end)
    {
        if (vmapAreas.IsEntry(next) && vmapAreas.StartAt(next) < end)
        {
            return true;
        }

        var previous = next;
        if (!vmapAreas.Previous(ref previous) || vmapAreas.EndAt(previous) <= start)
        {
            return false;
        }

        next = previous;
        return true;
    }

    /// <summary>
    /// <c>pvm_find_next_prev</c>: the first range that ends above an address; false when there is
    /// no range at all.
    /// </summary>
    /// <remarks>Ported; an ordered index stands for the red-black tree.</remarks>
    [Kernel("pvm_find_next_prev", "pvm.1")]
    bool PvmFindNextPrev(ulong end, out AddressIndex.Position next)
    {
        next = vmapAreas.LowerBound(end);
        var previous = next;
        if (vmapAreas.Previous(ref previous) && vmapAreas.EndAt(previous) > end)
        {
            next = previous;
        }

        return vmapAreas.Count > 0;
    }

    /// <summary>
    /// <c>pvm_determine_end</c>: the highest aligned end below next; next moves down to the first
    /// range that ends above it.
    /// </summary>
    /// <remarks>Ported.</remarks>
    [Kernel("pvm_determine_end", "pvm.2")]
    ulong PvmDetermineEnd(ref AddressIndex.Position next, ulong align)
    {
        ulong addr = PercpuEnd(align);
        if (vmapAreas.IsEntry(next))
        {
            addr = Math.Min(vmapAreas.StartAt(next) & ~(align - 1), addr);
        }

        var previous = next;
        while (vmapAreas.Previous(ref previous) && vmapAreas.EndAt(previous) > addr)
        {
            next = previous;
        }

        return addr;
    }

    ulong PercpuStart(ulong align) =>
        UnsignedLong(unchecked(machine.Start + align - 1)) & ~(align - 1);

    ulong PercpuEnd(ulong align) => machine.End & ~(align - 1);
}
