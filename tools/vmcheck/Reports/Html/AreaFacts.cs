// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;

namespace Verification.Vmcheck;

/// <summary>Reads areas off pictures of one run, and remembers whose results they are.</summary>
sealed class AreaFacts
{
    /// <summary>VM_LAZY_FREE and VM_LAZY_FREEING: either is set once an area is freed.</summary>
    public const uint LazyFlags = Lazy | Freeing;

    const uint Lazy = 1;
    const uint Freeing = 2;
    const uint Live = 4;

    Dictionary<ulong, (int Command, ulong End)> variables = [];
    readonly Dictionary<ulong, VmEntry> descriptors = [];

    /// <summary>Notes the command that got an address.</summary>
    public void Name(ulong address, int command) => variables[address] = (command, 0);

    /// <summary>In address order; what only a vm_struct tells of comes last.</summary>
    public IEnumerable<AreaFact> Of(Picture picture)
    {
        Forget(picture);
        descriptors.Clear();
        foreach (VmEntry entry in picture.Vmlist)
        {
            descriptors[entry.Address] = entry;
        }

        for (int i = 0; i < picture.VmapAreas.Count; i++)
        {
            yield return Of(picture.VmapAreas, i);
        }

        foreach (VmEntry lost in descriptors.Values)
        {
            yield return new AreaFact(
                lost.Address, unchecked(lost.Address + lost.Size), AreaWord.Lost, lost,
                VariableOf(lost.Address), false);
        }
    }

    /// <summary>A name goes with the range that it was given to.</summary>
    void Forget(Picture picture)
    {
        Dictionary<ulong, (int, ulong)> kept = [];
        foreach (VmapEntry area in picture.VmapAreas)
        {
            if (variables.TryGetValue(area.Start, out var known)
                && (known.End == 0 || known.End == area.End))
            {
                kept[area.Start] = (known.Command, area.End);
            }
        }

        variables = kept;
    }

    int VariableOf(ulong address) =>
        variables.TryGetValue(address, out var known) ? known.Command : -1;

    AreaFact Of(List<VmapEntry> areas, int index)
    {
        VmapEntry area = areas[index];
        descriptors.Remove(area.Start, out VmEntry descriptor);
        return new AreaFact(
            area.Start, area.End, State(area.Flags), descriptor,
            VariableOf(area.Start),
            (index > 0 && AreaEnd.Of(areas[index - 1]) > area.Start)
                || (index + 1 < areas.Count && areas[index + 1].Start < AreaEnd.Of(area)));
    }

    static AreaWord State(uint flags) => (flags & (Lazy | Freeing | Live)) switch
    {
        0 => AreaWord.Reserved,
        Live => AreaWord.Live,
        Lazy or (Lazy | Live) => AreaWord.Lazy,
        _ => AreaWord.Purging,
    };
}
