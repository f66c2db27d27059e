// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

public sealed partial class Ledger
{
    void SlabAlloc(in Event e)
    {
        Judge(in e);
        if (e.Id >= objects.Length)
        {
            Array.Resize(ref objects, Math.Max(e.Id + 1, objects.Length * 2));
        }

        objectsEnd = Math.Max(objectsEnd, e.Id + 1);
        ref SlabObject taken = ref objects[e.Id];
        Tally.Strays += taken.Owners == 0 ? 0 : 1;
        taken = new SlabObject
        {
            Owners = taken.Owners + 1, Step = Step.Index, Kind = e.Slab, Bytes = e.Bytes,
        };
        ObjectsLive++;
        OtherObjectsLive += e.Slab == SlabKind.Other ? 1 : 0;
        RadixNodesLive += e.Slab == SlabKind.RadixNode ? 1 : 0;
        Tally.ObjectsTaken += e.Slab is SlabKind.Other or SlabKind.RadixNode ? 0 : 1;
        Tally.VmapBlocksKept += e.Slab == SlabKind.VmapBlock ? 1 : 0;
        Keep(e.Slab, 1);
    }

    void SlabFree(in Event e)
    {
        if (e.Id < 0 || e.Id >= objectsEnd || objects[e.Id].Owners != 1)
        {
            Tally.Strays++;
            return;
        }

        ref SlabObject freed = ref objects[e.Id];
        freed.Owners = 0;
        ObjectsLive--;
        OtherObjectsLive -= freed.Kind == SlabKind.Other ? 1 : 0;
        RadixNodesLive -= freed.Kind == SlabKind.RadixNode ? 1 : 0;
        Tally.ObjectsFreed++;
        Tally.DescriptorsFreed += freed.Kind is SlabKind.Vm or SlabKind.Array or SlabKind.Misc
            ? 1 : 0;
        if (freed.Step == Step.Index)
        {
            Keep(freed.Kind, -1);
        }

        if (freed.Kind == SlabKind.Vm && freed.Address != 0
            && AreaFrom(freed.Address) is { IsLive: true } listed && listed.VmObject == e.Id)
        {
            Tally.Strays++;
        }

        if (freed.Kind == SlabKind.VmapBlock)
        {
            FreeVmapBlock(ref freed);
        }

        if (freed.Kind == SlabKind.Va && freed.End != 0)
        {
            Tally.EarlyVaFrees += WaitsForGrace ? 1 : 0;
            Pend(freed.Address, -1);
            Pend(freed.End, -1);
        }
    }

    void Keep(SlabKind kind, int change)
    {
        Tally.VmKept += kind == SlabKind.Vm ? change : 0;
        Tally.VaKept += kind == SlabKind.Va ? change : 0;
        Tally.ArraysKept += kind == SlabKind.Array ? change : 0;
        Tally.PercpuArraysKept += kind == SlabKind.Misc ? change : 0;
    }

    void Pend(ulong address, int change)
    {
        int now = pendingVa.GetValueOrDefault(address) + change;
        if (now == 0)
        {
            pendingVa.Remove(address);
        }
        else
        {
            pendingVa[address] = now;
        }
    }
}
