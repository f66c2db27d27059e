// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Model;

/// <summary>kmalloc and kfree, as far as vmalloc calls them.</summary>
/// <remarks>
/// Simplified: six kinds of object, each with slots of its own, reused last freed first; no
/// memory limit, so that only faults make it fail. kmemleak's own objects are not modelled.
/// </remarks>
public sealed partial class Model
{
    /// <summary>sizeof: eight words, and thirteen.</summary>
    int VmStructBytes => 8 * machine.PointerBytes;

    int VmapAreaBytes => 13 * machine.PointerBytes;

    /// <summary>Two ints, two words of RCU and 64 slots, 128 bits of tags.</summary>
    int RadixNodeBytes => 24 + (66 * machine.PointerBytes);

    readonly SlabCache<VmStruct> vmStructs = new();
    readonly SlabCache<VmapArea> vmapAreaSlots = new();
    readonly SlabCache<PagesArray> pagesArrays = new();
    readonly SlabCache<PercpuVms> percpuVms = new();
    int nextObject;

    /// <summary>The size class an object of so many bytes lies in.</summary>
    public static int SizeClass(int bytes) => bytes switch
    {
        <= 8 => 8,
        <= 64 => (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)bytes),
        <= 96 => 96,
        <= 128 => 128,
        <= 192 => 192,
        _ => (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)bytes),
    };

    VmStruct? KzallocVmStruct(Gfp gfp, int node)
    {
        if (SlabFails(SlabKind.Vm, (ulong)VmStructBytes, gfp | Gfp.Zero, node))
        {
            return null;
        }

        VmStruct area = vmStructs.Take(ref nextObject);
        area.Zero();
        EmitSlabAlloc(SlabKind.Vm, area.Object, (ulong)VmStructBytes, gfp | Gfp.Zero, node);
        return area;
    }

    VmapArea? KmallocVmapArea(Gfp gfp, int node)
    {
        if (SlabFails(SlabKind.Va, (ulong)VmapAreaBytes, gfp, node))
        {
            return null;
        }

        VmapArea va = vmapAreaSlots.Take(ref nextObject);
        EmitSlabAlloc(SlabKind.Va, va.Object, (ulong)VmapAreaBytes, gfp, node);
        return va;
    }

    PagesArray? KmallocPagesArray(ulong bytes, Gfp gfp, int node)
    {
        if (SlabFails(SlabKind.Array, bytes, gfp, node))
        {
            return null;
        }

        PagesArray array = pagesArrays.Take(ref nextObject);
        array.Bytes = (int)bytes;
        EmitSlabAlloc(SlabKind.Array, array.Object, bytes, gfp, node);
        return array;
    }

    VmapBlock? KmallocVmapBlock(Gfp gfp, int node)
    {
        if (SlabFails(SlabKind.VmapBlock, (uint)VmapBlockBytes, gfp, node))
        {
            return null;
        }

        VmapBlock vb = vmapBlocks.Take(ref nextObject);
        EmitSlabAlloc(SlabKind.VmapBlock, vb.Object, (uint)VmapBlockBytes, gfp, node);
        return vb;
    }

    RadixNode? KmallocRadixNode(Gfp gfp)
    {
        if (SlabFails(SlabKind.RadixNode, (uint)RadixNodeBytes, gfp, -1))
        {
            return null;
        }

        RadixNode node = radixNodes.Take(ref nextObject);
        node.Zero();
        EmitSlabAlloc(SlabKind.RadixNode, node.Object, (uint)RadixNodeBytes, gfp, -1);
        return node;
    }

    /// <summary>Eleven words, and two bitmaps of a bit for each page, in words too.</summary>
    int VmapBlockBytes => machine.PointerBytes
        * (11 + (2 * ((machine.VmapBlockPages + machine.LongBits - 1) / machine.LongBits)));

    void Kfree(VmStruct area)
    {
        EmitSlabFree(SlabKind.Vm, area.Object, VmStructBytes);
        vmStructs.Give(area);
    }

    void Kfree(VmapArea va)
    {
        EmitSlabFree(SlabKind.Va, va.Object, VmapAreaBytes);
        vmapAreaSlots.Give(va);
    }

    void Kfree(VmapBlock vb)
    {
        EmitSlabFree(SlabKind.VmapBlock, vb.Object, VmapBlockBytes);
        vmapBlocks.Give(vb);
    }

    void Kfree(RadixNode node)
    {
        EmitSlabFree(SlabKind.RadixNode, node.Object, RadixNodeBytes);
        radixNodes.Give(node);
    }

    void Kfree(PagesArray? array)
    {
        if (array is not null)
        {
            EmitSlabFree(SlabKind.Array, array.Object, array.Bytes);
            pagesArrays.Give(array);
        }
    }

    bool SlabFails(SlabKind kind, ulong bytes, Gfp gfp, int node)
    {
        if (!Fails(FaultSite.Slab))
        {
            return false;
        }

        step.Add(new Event(EventKind.SlabFail, (byte)kind, 0, node, gfp, 0, 0, bytes));
        return true;
    }

    void EmitSlabAlloc(SlabKind kind, int id, ulong bytes, Gfp gfp, int node) =>
        step.Add(new Event(EventKind.SlabAlloc, (byte)kind, id, node, gfp, 0, 0, bytes));

    void EmitSlabFree(SlabKind kind, int id, int bytes) =>
        step.Add(new Event(EventKind.SlabFree, (byte)kind, id, 0, Gfp.None, 0, 0, (ulong)bytes));
}
