// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Model;

/// <summary>
/// The search of <c>alloc_vmap_area</c> for addresses: which of the holes that fit it takes is the
/// era's own.
/// </summary>
abstract class Placement
{
    /// <summary>Bytes of a page of the machine that was booted.</summary>
    protected ulong PageSize { get; private set; }

    /// <summary>The search of an era, over the ranges that are taken.</summary>
    [Kernel("alloc_vmap_area", "alloc-va.14")]
    public static Placement Of(
        Era era, bool faithful, AddressIndex taken, SlabCache<VmapArea> areas) => era switch
    {
        < Era.V2639 => new FirstFit(taken),
        Era.V2639 => new SearchCache(
            taken, areas, faithful, leavesAGap: true, isTooStrict: faithful),
        _ => new SearchCache(taken, areas, faithful, leavesAGap: false, isTooStrict: false),
    };

    /// <summary>Forgets everything: a machine boots.</summary>
    public virtual void Reset(ulong pageSize) => PageSize = pageSize;

    /// <summary>
    /// Where size bytes go between vstart and vend; false when there is no room.
    /// </summary>
    /// <param name="isOrdered">No taken range wraps or shares addresses with another.</param>
    public abstract bool Find(
        ulong vstart, ulong vend, ulong size, ulong align, bool isOrdered, out ulong address);

    /// <summary>A range that <see cref="Find"/> placed is in the tree now.</summary>
    public virtual void Entered(VmapArea va)
    {
    }

    /// <summary>A range is about to leave the tree.</summary>
    public virtual void Leaves(VmapArea va)
    {
    }
}
