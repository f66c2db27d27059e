// SPDX-License-Identifier: GPL-2.0-only
using System.Text;
using Verification.Spec;

namespace Verification.Model;

/// <summary>/proc/vmallocinfo, and what /proc/meminfo says about vmalloc.</summary>
public sealed partial class Model
{
    int[] pagesOnNode = new int[16];

    /// <summary><c>s_show</c> for all of vmlist, as one read of the file.</summary>
    /// <remarks>Ported.</remarks>
    [Kernel("s_show", "info.1")]
    void Vmallocinfo(StringBuilder text)
    {
        Emit(EventKind.Lock, KernelLock.Vmlist);
        ShowAreas(text);
        Emit(EventKind.Unlock, KernelLock.Vmlist);
    }

    /// <summary>The same by another task, while a call waits for an allocation.</summary>
    [Kernel("s_show", "info.1")]
    void ReadInCall(StringBuilder text)
    {
        Emit(EventKind.Lock, KernelLock.Vmlist);
        step.Add(EventKind.ListRead, 0);
        ShowAreas(text);
        Emit(EventKind.Unlock, KernelLock.Vmlist);
    }

    /// <summary>
    /// In faithful mode with those that are half built; 3.1 keeps them off the list till then.
    /// </summary>
    [Kernel("s_show", "info.1", "info.2")]
    void ShowAreas(StringBuilder text)
    {
        for (var at = Vmlist.First; vmlist.IsEntry(at); at = vmlist.Next(at))
        {
            if (!vmlist.At(at).IsHalfBuilt)
            {
                ShowArea(text, vmlist.At(at));
            }
        }
    }

    [Kernel("s_show", "info.1")]
    void ShowArea(StringBuilder text, VmStruct area)
    {
        ShowPointer(text, area.Addr);
        ShowPointer(text.Append('-'), UnsignedLong(unchecked(area.Addr + area.Size)));
        text.Append($" {unchecked((long)area.Size),7}");
        text.Append(area.Caller switch
        {
            Caller.None => "",
            Caller.Direct => " caller1+0x10/0x20",
            Caller.Percpu => " pcpu_get_vm_areas+0x0/0x10",
            _ => " site",
        });
        if (area.NrPages != 0)
        {
            text.Append($" pages={area.NrPages}");
        }

        if (area.PhysAddr != 0)
        {
            text.Append($" phys={area.PhysAddr:x}");
        }

        ShowFlag(text, area, VmFlags.Ioremap, " ioremap");
        ShowFlag(text, area, VmFlags.Alloc, " vmalloc");
        ShowFlag(text, area, VmFlags.Map, " vmap");
        ShowFlag(text, area, VmFlags.Usermap, " user");
        ShowFlag(text, area, VmFlags.Vpages, " vpages");
        ShowNumaInfo(text, area);
        text.Append('\n');
    }

    /// <summary>%p behind 0x: as many digits as a pointer has.</summary>
    [Kernel("s_show", "info.1")]
    void ShowPointer(StringBuilder text, ulong address)
    {
        text.Append("0x");
        for (int shift = machine.LongBits - 4; shift >= 0; shift -= 4)
        {
            text.Append("0123456789abcdef"[(int)(address >> shift & 15)]);
        }
    }

    static void ShowFlag(StringBuilder text, VmStruct area, VmFlags flag, string word)
    {
        if ((area.Flags & flag) != 0)
        {
            text.Append(word);
        }
    }

    /// <summary><c>show_numa_info</c>: pages per node.</summary>
    /// <remarks>
    /// Ported. Each page is looked at on a machine of one node too; a NULL among them is a BUG.
    /// </remarks>
    [Kernel("show_numa_info", "numa-info.1", "numa-info.2")]
    void ShowNumaInfo(StringBuilder text, VmStruct area)
    {
        if (pagesOnNode.Length < machine.Nodes)
        {
            Array.Resize(ref pagesOnNode, machine.Nodes);
        }

        Array.Clear(pagesOnNode);
        for (int i = 0; i < (int)area.NrPages; i++)
        {
            if (!area.OwnsPages || area.Pages[i] < 0)
            {
                throw new KernelBug("show_numa_info");
            }

            pagesOnNode[machine.NodeOfFrame(area.Pages[i])]++;
        }

        for (int node = 0; node < machine.Nodes; node++)
        {
            if (pagesOnNode[node] > 0)
            {
                text.Append($" N{node}={pagesOnNode[node]}");
            }
        }
    }

    /// <summary>
    /// <c>get_vmalloc_info</c>: bytes in areas, and the largest hole between them.
    /// </summary>
    /// <remarks>Ported. Ranges that wait for the purge count as holes.</remarks>
    [Kernel("get_vmalloc_info", "usage.1")]
    Outcome GetVmallocInfo()
    {
        unchecked
        {
            ulong used = 0;
            ulong largest = 0;
            ulong previousEnd = machine.Start;
            Emit(EventKind.Lock, KernelLock.Vmlist);
            for (var at = Vmlist.First; vmlist.IsEntry(at); at = vmlist.Next(at))
            {
                VmStruct area = vmlist.At(at);
                if (area.Addr < machine.Start)
                {
                    continue;
                }

                if (area.Addr >= machine.End)
                {
                    break;
                }

                used += area.Size;
                largest = Math.Max(largest, area.Addr - previousEnd);
                previousEnd = UnsignedLong(area.Addr + area.Size);
            }

            Emit(EventKind.Unlock, KernelLock.Vmlist);
            largest = Math.Max(largest, machine.End - previousEnd);
            return Outcome.Number((long)used, largest);
        }
    }
}
