// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Model;

/// <summary>
/// The array of pointers that <c>pcpu_get_vm_areas</c> returns, and the one it needs for a while:
/// one to vm_structs, the other to vmap_areas. An entry is null until its object is there.
/// </summary>
sealed class PercpuVms : SlabObject
{
    public int Count { get; private set; }

    public int Bytes { get; private set; }

    public VmStruct?[] Vms { get; private set; } = [];

    public VmapArea?[] Vas { get; private set; } = [];

    /// <summary>As kzalloc hands it out, for so many areas.</summary>
    public void Zero(int count, int bytes)
    {
        (Count, Bytes) = (count, bytes);
        if (Vms.Length < count)
        {
            Vms = new VmStruct?[count];
            Vas = new VmapArea?[count];
        }

        Array.Clear(Vms);
        Array.Clear(Vas);
    }
}
