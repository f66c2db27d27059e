// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Model;

/// <summary>A picture of all state, taken from the structures and not from events.</summary>
public sealed partial class Model
{
    static readonly Comparer<TlbEntry> byAddress =
        Comparer<TlbEntry>.Create(static (a, b) => a.Address.CompareTo(b.Address));

    /// <inheritdoc/>
    public void Walk(Picture picture)
    {
        picture.Clear();
        for (var at = Vmlist.First; vmlist.IsEntry(at); at = vmlist.Next(at))
        {
            VmStruct area = vmlist.At(at);
            picture.Vmlist.Add(new VmEntry(
                area.Addr, area.Size, area.Flags, area.NrPages, area.Caller, area.NestedAt,
                area.Array?.Object ?? -1));
        }

        for (var at = AddressIndex.First; vmapAreas.IsEntry(at); at = vmapAreas.Next(at))
        {
            VmapArea va = vmapAreaSlots[vmapAreas.SlotAt(at)];
            picture.VmapAreas.Add(new VmapEntry(va.VaStart, va.VaEnd, va.Flags));
        }

        WalkVmapBlocks(picture);
        foreach (PageTable? pud in initMm.Pgd)
        {
            WalkTable(picture, pud);
        }

        WalkTlb(picture);
        for (var at = AddressIndex.First; kmemleak.IsEntry(at); at = kmemleak.Next(at))
        {
            ulong size = unchecked(kmemleak.EndAt(at) - kmemleak.StartAt(at));
            picture.Kmemleak.Add(new KmemleakEntry(kmemleak.StartAt(at), size, MinCount));
        }

        WalkObjects(picture);
        for (int frame = 0; frame < frames.HighWater; frame++)
        {
            if (frames.IsInUse(frame))
            {
                picture.Frames.Add(frame);
            }
        }

        picture.Counters = CountersNow();
        picture.KmemleakEnabled = kmemleakEnabled;
    }

    void WalkVmapBlocks(Picture picture)
    {
        picture.ShowsVmapBlocks = true;
        for (int i = 0; i < vmapBlocks.Made; i++)
        {
            VmapBlock vb = vmapBlocks[i];
            if (vb is { IsLive: true, Va: { } va }
                && vmapBlockTree.Lookup(AddrToVbIdx(va.VaStart)) == vb)
            {
                picture.VmapBlocks.Add(new(
                    va.VaStart, vb.Cpu, vb.Free, vb.Dirty, vb.IsQueued));
            }
        }

        picture.VmapBlocks.Sort(static (a, b) => a.Start.CompareTo(b.Start));
    }

    void WalkTable(Picture picture, PageTable? table)
    {
        if (table is null)
        {
            return;
        }

        if (!machine.Levels.IsFolded(table.Level))
        {
            picture.Tables.Add(new TableEntry(table.Level, table.Base, table.Id));
        }

        bool isLowest = table.Level == TableLevel.Pte;
        for (int i = table.Lowest; !isLowest && i <= table.Highest; i++)
        {
            WalkTable(picture, table.Below[i]);
        }

        for (int i = table.Lowest; isLowest && i <= table.Highest; i++)
        {
            var pte = new Pte(table.Entries[i]);
            if (pte.IsPresent)
            {
                ulong address = table.Base + ((ulong)i << machine.PageShift);
                picture.Translations.Add(new TranslationEntry(address, pte.Frame, pte.Prot));
            }
        }
    }

    void WalkTlb(Picture picture)
    {
        for (int cpu = 0; cpu < machine.Online; cpu++)
        {
            int first = picture.Tlb.Count;
            foreach (Tlb.Entry entry in tlb.Of(cpu))
            {
                if (entry.IsValid)
                {
                    picture.Tlb.Add(new TlbEntry(cpu, entry.Page, entry.Pte.Frame));
                }
            }

            picture.Tlb.Sort(first, picture.Tlb.Count - first, byAddress);
        }
    }

    void WalkObjects(Picture picture)
    {
        for (int i = 0; i < vmStructs.Made; i++)
        {
            AddObject(picture, vmStructs[i], SlabKind.Vm, VmStructBytes);
        }

        for (int i = 0; i < vmapAreaSlots.Made; i++)
        {
            AddObject(picture, vmapAreaSlots[i], SlabKind.Va, VmapAreaBytes);
        }

        for (int i = 0; i < pagesArrays.Made; i++)
        {
            AddObject(picture, pagesArrays[i], SlabKind.Array, pagesArrays[i].Bytes);
        }

        for (int i = 0; i < percpuVms.Made; i++)
        {
            AddObject(picture, percpuVms[i], SlabKind.Misc, percpuVms[i].Bytes);
        }

        for (int i = 0; i < vmapBlocks.Made; i++)
        {
            AddObject(picture, vmapBlocks[i], SlabKind.VmapBlock, VmapBlockBytes);
        }

        for (int i = 0; i < radixNodes.Made; i++)
        {
            AddObject(picture, radixNodes[i], SlabKind.RadixNode, RadixNodeBytes);
        }

        picture.Objects.Sort(static (a, b) => a.Id.CompareTo(b.Id));
    }

    static void AddObject(Picture picture, SlabObject item, SlabKind kind, int bytes)
    {
        if (item.IsLive)
        {
            picture.Objects.Add(new ObjectEntry(item.Object, kind, bytes, SizeClass(bytes)));
        }
    }
}
