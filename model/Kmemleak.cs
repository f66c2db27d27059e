// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Model;

/// <summary>kmemleak's registry of blocks, and its scan for lost ones.</summary>
/// <remarks>
/// Simplified: its own memory is unlimited; a report is repeated by every scan. Objects may
/// overlap; the tree of this kernel finds the one with the larger end first, unless several dozen
/// larger ones crowd it out.
/// </remarks>
public sealed partial class Model
{
    [Kernel("kmemleak", "kmemleak.3")]
    const int MinCount = 3;

    readonly AddressIndex kmemleak = new();
    int[] references = [];
    bool kmemleakEnabled;

    /// <summary>Objects that overlap: the ordered lookup does not hold.</summary>
    bool kmemleakOverlaps;

    /// <summary><c>kmemleak_alloc</c>; NULL is ignored.</summary>
    [Kernel("kmemleak", "kmemleak.1")]
    void KmemleakAlloc(ulong ptr, ulong size, Gfp gfp)
    {
        step.Add(new Event(EventKind.KmemleakAlloc, 0, MinCount, 0, gfp, ptr, 0, size));
        if (!kmemleakEnabled || ptr == 0)
        {
            return;
        }

        ulong end = unchecked(ptr + size);
        var at = kmemleak.LowerBound(ptr);
        var before = at;
        kmemleakOverlaps &= kmemleak.Count > 0;
        kmemleakOverlaps |= kmemleak.IsEntry(at) && kmemleak.StartAt(at) < end;
        kmemleakOverlaps |= kmemleak.Previous(ref before) && kmemleak.EndAt(before) > ptr;
        for (; kmemleakOverlaps && kmemleak.IsEntry(at); at = kmemleak.Next(at))
        {
            if (kmemleak.StartAt(at) == ptr && kmemleak.EndAt(at) == end)
            {
                step.Add(EventKind.KmemleakRefused, ptr);
                DisableKmemleak();
                return;
            }
        }

        kmemleak.Insert(ptr, end, slot: 0);
    }

    /// <summary>
    /// <c>kmemleak_free</c>, which is called for addresses it never heard of, too.
    /// </summary>
    [Kernel("kmemleak", "kmemleak.2")]
    void KmemleakFree(ulong ptr)
    {
        if (!kmemleakEnabled || !LookupObject(ptr, out var at))
        {
            step.Add(EventKind.KmemleakUnknown, ptr);
        }
        else if (kmemleak.StartAt(at) != ptr)
        {
            step.Add(EventKind.KmemleakAlias, ptr, kmemleak.StartAt(at));
        }
        else
        {
            step.Add(EventKind.KmemleakFree, ptr, bytes: kmemleak.EndAt(at) - ptr);
            kmemleak.RemoveAt(at);
        }
    }

    /// <summary>
    /// <c>kmemleak_scan</c>: counts what leads to each object from descriptors, reserved ranges
    /// and the outside, and reports those that too little leads to.
    /// </summary>
    [Kernel("kmemleak", "kmemleak.3")]
    void KmemleakScan()
    {
        if (!kmemleakEnabled)
        {
            return;
        }

        if (references.Length < kmemleak.Ordinals)
        {
            references = new int[kmemleak.Ordinals];
        }

        Array.Clear(references);
        for (int i = 0; i < vmStructs.Made; i++)
        {
            ScanVmStruct(vmStructs[i]);
        }

        for (int i = 0; i < vmapAreaSlots.Made; i++)
        {
            if (vmapAreaSlots[i].IsLive)
            {
                ScanPointer(vmapAreaSlots[i].VaStart);
                ScanPointer(vmapAreaSlots[i].VaEnd);
            }
        }

        for (var at = AddressIndex.First; kmemleak.IsEntry(at); at = kmemleak.Next(at))
        {
            if (references[at.Ordinal] < MinCount)
            {
                step.Add(
                    EventKind.KmemleakReport, kmemleak.StartAt(at), kmemleak.EndAt(at),
                    bytes: kmemleak.EndAt(at) - kmemleak.StartAt(at));
            }
        }
    }

    void ScanVmStruct(VmStruct area)
    {
        if (!area.IsLive)
        {
            return;
        }

        ScanPointer(area.Addr);
        if (area.NestedAt != 0)
        {
            ScanPointer(area.NestedAt);
        }

        if (area.IsRemembered)
        {
            ScanPointer(area.Addr);
        }
    }

    void ScanPointer(ulong pointer)
    {
        if (LookupObject(pointer, out var at))
        {
            references[at.Ordinal]++;
        }
    }

    /// <summary>
    /// <c>lookup_object</c>: the object that covers ptr; of several the largest end.
    /// </summary>
    [Kernel("kmemleak", "kmemleak.2", "kmemleak.3")]
    bool LookupObject(ulong ptr, out AddressIndex.Position found)
    {
        if (!kmemleakOverlaps)
        {
            found = kmemleak.LowerBound(ptr);
            return (kmemleak.IsEntry(found) && kmemleak.StartAt(found) == ptr)
                || (kmemleak.Previous(ref found) && kmemleak.EndAt(found) > ptr);
        }

        found = default;
        ulong end = ptr;
        for (var at = AddressIndex.First;
             kmemleak.IsEntry(at) && kmemleak.StartAt(at) <= ptr;
             at = kmemleak.Next(at))
        {
            if (kmemleak.EndAt(at) > end)
            {
                found = at;
                end = kmemleak.EndAt(at);
            }
        }

        return end > ptr;
    }

    void DisableKmemleak()
    {
        kmemleakEnabled = false;
        ClearKmemleak();
    }

    void ClearKmemleak()
    {
        kmemleak.Clear();
        kmemleakOverlaps = false;
    }
}
