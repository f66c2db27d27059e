// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

/// <summary>
/// One area of a group that <c>pcpu_get_vm_areas</c> reserves: bytes from the base of the group,
/// which the kernel chooses, and bytes of the area. Both are multiples of the call's alignment.
/// </summary>
public readonly record struct PercpuArea(ulong Offset, ulong Size)
{
    /// <summary>First byte behind it, from the base of the group.</summary>
    public ulong End => unchecked(Offset + Size);

    /// <summary>Index of the area with the highest offset; 0 for no areas.</summary>
    public static int Last(ReadOnlySpan<PercpuArea> areas)
    {
        int last = 0;
        for (int i = 1; i < areas.Length; i++)
        {
            last = areas[i].Offset > areas[last].Offset ? i : last;
        }

        return last;
    }

    /// <summary>
    /// What the kernel requires: nothing that it stops at, and of what it does not check no empty
    /// group, none empty and none that wraps.
    /// </summary>
    public static bool AreSound(ReadOnlySpan<PercpuArea> areas, ulong align)
    {
        bool sound = areas.Length > 0 && !AreMistaken(areas, align);
        for (int i = 0; sound && i < areas.Length; i++)
        {
            sound = areas[i].Size > 0 && areas[i].End >= areas[i].Offset;
        }

        return sound;
    }

    /// <summary>
    /// What <c>pcpu_get_vm_areas</c> stops at with a BUG_ON, beside an alignment of less than a page:
    /// one that is no power of two, offsets and sizes that are no multiples of it, and an area that
    /// begins or ends inside another.
    /// </summary>
    public static bool AreMistaken(ReadOnlySpan<PercpuArea> areas, ulong align)
    {
        bool mistaken = !ulong.IsPow2(align);
        for (int i = 0; !mistaken && i < areas.Length; i++)
        {
            mistaken = ((areas[i].Offset | areas[i].Size) & (align - 1)) != 0;
            for (int k = 0; !mistaken && k < areas.Length; k++)
            {
                mistaken = k != i && areas[i].Meets(areas[k]);
            }
        }

        return mistaken;
    }

    bool Meets(PercpuArea other) => (other.Offset >= Offset && other.Offset < End)
        || (other.End <= End && other.End > Offset);
}
