// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Model;

/// <summary>
/// <c>vmlist</c>: descriptors by address. Areas registered before boot were pushed in front in any
/// order; with those in it every search goes through the list from its head, as C does.
/// </summary>
sealed class Vmlist(SlabCache<VmStruct> slab)
{
    /// <summary>Descriptors of boot have slots from here downwards: they are in no slab.</summary>
    const int FirstEarly = -2;

    readonly AddressIndex index = new();
    readonly List<VmStruct> early = [];
    bool isSorted = true;

    public static AddressIndex.Position First => AddressIndex.First;

    public bool IsEntry(AddressIndex.Position at) => index.IsEntry(at);

    public AddressIndex.Position Next(AddressIndex.Position at) => index.Next(at);

    public VmStruct At(AddressIndex.Position at) => Of(index.SlotAt(at));

    /// <summary>The descriptor with exactly this address; null if there is none.</summary>
    public VmStruct? Find(ulong addr)
    {
        int slot = isSorted ? index.Find(addr) : SlotAt(addr);
        return slot == -1 ? null : Of(slot);
    }

    /// <summary>In front of the first that does not lie below.</summary>
    [Kernel("insert_vmalloc_vm", "insert-vm.3")]
    public void Insert(VmStruct vm)
    {
        AddressIndex.Position at = First;
        while (!isSorted && index.IsEntry(at) && index.StartAt(at) < vm.Addr)
        {
            at = index.Next(at);
        }

        at = isSorted ? index.LowerBound(vm.Addr) : at;
        index.InsertAt(at, vm.Addr, unchecked(vm.Addr + vm.Size), vm.Slot);
    }

    /// <summary>A descriptor of boot, at the head of the list or where it belongs.</summary>
    public void Register(VmStruct vm, bool atHead)
    {
        vm.Slot = FirstEarly - early.Count;
        early.Add(vm);
        if (atHead)
        {
            isSorted = false;
            index.InsertAt(First, vm.Addr, unchecked(vm.Addr + vm.Size), vm.Slot);
        }
        else
        {
            Insert(vm);
        }
    }

    public void Remove(VmStruct vm)
    {
        if (isSorted)
        {
            index.Remove(vm.Addr, vm.Slot);
            return;
        }

        AddressIndex.Position at = First;
        while (index.SlotAt(at) != vm.Slot)
        {
            at = index.Next(at);
        }

        index.RemoveAt(at);
    }

    /// <summary>Where a reader that looks for an address may begin.</summary>
    public AddressIndex.Position Around(ulong addr)
    {
        if (!isSorted)
        {
            return First;
        }

        AddressIndex.Position at = index.LowerBound(addr);
        index.Previous(ref at);
        return at;
    }

    public void Clear()
    {
        index.Clear();
        early.Clear();
        isSorted = true;
    }

    VmStruct Of(int slot) => slot > FirstEarly ? slab[slot] : early[FirstEarly - slot];

    int SlotAt(ulong addr)
    {
        AddressIndex.Position at = First;
        while (index.IsEntry(at) && index.StartAt(at) != addr)
        {
            at = index.Next(at);
        }

        return index.IsEntry(at) ? index.SlotAt(at) : -1;
    }
}
