// SPDX-License-Identifier: GPL-2.0-only
using System.Text;
using Verification.Spec;

namespace Verification.Search;

/// <summary>The area section of a dump: one vmap_area with its vm_struct a line.</summary>
static class AreaLines
{
    const uint LazyFree = 1;
    const uint LazyFreeing = 2;
    const uint VmArea = 4;

    public static void Append(
        StringBuilder text, Machine machine, Picture picture, FrameNames frames)
    {
        text.Append("---[ areas, guard page included ]---\n");
        AddressText addresses = new(machine);
        HashSet<ulong> shown = [];
        HashSet<int> inUse = [.. picture.Frames];
        foreach (VmapEntry area in picture.VmapAreas)
        {
            VmEntry? vm = Find(picture.Vmlist, area.Start);
            bool live = (area.Flags & (LazyFree | LazyFreeing)) == 0;
            shown.Add(area.Start);
            text.Append(addresses.Range(area.Start, area.End)).Append("   ")
                .Append(SizeText.Of(unchecked(area.End - area.Start)).PadLeft(10)).Append(' ')
                .Append(State(area));
            if (vm is VmEntry entry)
            {
                AppendVm(text, addresses, entry, live ? unchecked(area.End - area.Start) : 0);
            }
            else if (live && (area.Flags & VmArea) != 0)
            {
                text.Append(" not on vmlist");
            }

            AppendFrames(text, machine, Mapped(picture.Translations, area), inUse, frames);
            text.Append('\n');
        }

        foreach (VmEntry vm in picture.Vmlist.Where(vm => !shown.Contains(vm.Address)))
        {
            text.Append(addresses.Range(vm.Address, unchecked(vm.Address + vm.Size))).Append("   ")
                .Append(SizeText.Of(vm.Size).PadLeft(10)).Append(" no vmap_area");
            AppendVm(text, addresses, vm, vm.Size);
            text.Append('\n');
        }

        if (picture.VmapAreas.Count == 0 && picture.Vmlist.Count == 0)
        {
            text.Append("none\n");
        }
    }

    static VmEntry? Find(List<VmEntry> vmlist, ulong address)
    {
        int low = 0;
        for (int high = vmlist.Count; low < high;)
        {
            int middle = (low + high) / 2;
            (low, high) = vmlist[middle].Address < address ? (middle + 1, high) : (low, middle);
        }

        return low < vmlist.Count && vmlist[low].Address == address ? vmlist[low] : null;
    }

    static string State(VmapEntry area) => (area.Flags & (LazyFree | LazyFreeing | VmArea)) switch
    {
        0 => "reserved",
        VmArea => "live",
        LazyFree or (LazyFree | VmArea) => "lazy",
        _ => "purging",
    };

    static void AppendVm(StringBuilder text, AddressText addresses, VmEntry vm, ulong expected)
    {
        if (vm.Flags.HasFlag(VmFlags.Ioremap))
        {
            text.Append(" ioremap");
        }

        if (vm.Flags.HasFlag(VmFlags.Alloc))
        {
            text.Append(" vmalloc");
        }

        if (vm.Flags.HasFlag(VmFlags.Map))
        {
            text.Append(" vmap");
        }

        if (vm.Flags.HasFlag(VmFlags.Usermap))
        {
            text.Append(" user");
        }

        if (vm.Flags.HasFlag(VmFlags.Vpages))
        {
            text.Append(" vpages");
        }

        if (vm.NrPages != 0)
        {
            text.Append($" pages={vm.NrPages}");
        }

        if (vm.NestedAt != 0)
        {
            text.Append(" array=").Append(addresses.Short(vm.NestedAt));
        }
        else if (vm.ArrayObject >= 0)
        {
            text.Append(" array=slab");
        }

        if (vm.Size != expected)
        {
            text.Append($" vm_struct.size={SizeText.Of(vm.Size)}");
        }
    }

    static List<int> Mapped(List<TranslationEntry> translations, VmapEntry area)
    {
        List<int> mapped = [];
        for (int i = LowerBound(translations, area.Start);
            i < translations.Count && translations[i].Address < area.End; i++)
        {
            mapped.Add(translations[i].Frame);
        }

        return mapped;
    }

    /// <summary>
    /// The frames behind an area, per node, and how many of them are free all the same.
    /// </summary>
    static void AppendFrames(
        StringBuilder text, Machine machine, List<int> mapped, HashSet<int> inUse,
        FrameNames frames)
    {
        if (mapped.Count == 0)
        {
            return;
        }

        text.Append(" maps ").Append(frames.Runs(mapped));
        string nodes = FrameNames.PerNode(machine, mapped);
        if (nodes.Length > 0)
        {
            text.Append(' ').Append(nodes);
        }

        int free = mapped.Count(frame => !inUse.Contains(frame));
        if (free > 0)
        {
            text.Append(free == mapped.Count ? " (free frames)" : $" ({free} free frames)");
        }
    }

    static int LowerBound(List<TranslationEntry> translations, ulong address)
    {
        int low = 0;
        for (int high = translations.Count; low < high;)
        {
            int middle = (low + high) / 2;
            (low, high) = translations[middle].Address < address
                ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
