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
    /// What the kernel requires and does not check otherwise than by BUG_ON: whole pages and
    /// multiples of align, none empty, no two that overlap, none that wraps.
    /// </summary>
    public static bool AreSound(ReadOnlySpan<PercpuArea> areas, ulong align)
    {
        bool sound = areas.Length > 0 && ulong.IsPow2(align);
        for (int i = 0; sound && i < areas.Length; i++)
        {
            PercpuArea area = areas[i];
            sound = area.Size > 0 && ((area.Offset | area.Size) & (align - 1)) == 0
                && area.End >= area.Offset;
            for (int k = 0; sound && k < i; k++)
            {
                sound = area.End <= areas[k].Offset || areas[k].End <= area.Offset;
            }
        }

        return sound;
    }
}
