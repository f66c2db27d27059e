// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Model;

/// <summary>
/// <c>struct vm_struct</c>: what a range of addresses is used for. The object is its slab slot: it
/// is used again, last freed first, and a stale pointer to it sees the new owner.
/// </summary>
sealed class VmStruct : SlabObject
{
    public ulong Addr { get; set; }

    /// <summary>Bytes, guard page included until <c>remove_vm_area</c> takes it off.</summary>
    public ulong Size { get; set; }

    public VmFlags Flags { get; set; }

    public uint NrPages { get; set; }

    /// <summary>The frames behind the pages array; only the first NrPages mean anything.</summary>
    public int[] Pages { get; set; } = [];

    /// <summary>
    /// The slab object that is the pages array; null when there is none or it is nested.
    /// </summary>
    public PagesArray? Array { get; set; }

    /// <summary>Address of the block that is the pages array; 0 when there is none.</summary>
    public ulong NestedAt { get; set; }

    public Caller Caller { get; set; }

    /// <summary>The physical address behind a device's range; 0: none was recorded.</summary>
    public ulong PhysAddr { get; set; }

    public bool IsOnVmlist { get; set; }

    /// <summary>
    /// Fixed mode: <c>__vmalloc_area_node</c> is at it, and readers of the list pass it over.
    /// </summary>
    public bool IsHalfBuilt { get; set; }

    /// <summary>Somebody outside still remembers the address.</summary>
    public bool IsRemembered { get; set; }

    /// <summary>Registered before boot: no object of the slab.</summary>
    public bool IsEarly { get; init; }

    /// <summary>An area with pages of its own: only <c>vfree</c> may end it.</summary>
    public bool OwnsPages => Array is not null || NestedAt != 0;

    /// <summary>As kzalloc hands it out. The frames buffer is kept while it is small.</summary>
    public void Zero()
    {
        Addr = Size = NestedAt = PhysAddr = 0;
        Flags = VmFlags.None;
        NrPages = 0;
        Array = null;
        Caller = Caller.None;
        IsOnVmlist = IsRemembered = IsHalfBuilt = false;
        if (Pages.Length > 4096)
        {
            Pages = [];
        }
    }

    /// <summary>
    /// A pages array as <c>__GFP_ZERO</c> hands it out: so many entries, all NULL (-1).
    /// </summary>
    public void ZeroPages(int count)
    {
        if (count > Pages.Length)
        {
            Pages = new int[Math.Max(16, count)];
        }

        Pages.AsSpan(0, count).Fill(-1);
    }

    /// <summary>Puts a frame at index, growing the buffer as needed.</summary>
    public void SetPage(int index, int frame)
    {
        if (index >= Pages.Length)
        {
            int[] pages = Pages;
            System.Array.Resize(ref pages, Math.Max(16, index * 2));
            Pages = pages;
        }

        Pages[index] = frame;
    }
}

/// <summary>A pages array that fits into one page: an object of the slab.</summary>
sealed class PagesArray : SlabObject
{
    public int Bytes { get; set; }
}
