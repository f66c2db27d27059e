// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

public sealed partial class Ledger
{
    /// <summary>
    /// vmap_area_pcpu_hole as the running call found it, or left it by a purge: the search for a
    /// percpu group begins there.
    /// </summary>
    ulong percpuHole;

    /// <summary>The same for the next call; 0: as it is.</summary>
    ulong nextPercpuHole;

    /// <summary>Areas of the live percpu group whose first lies there; 0: none does.</summary>
    public int PercpuCount(ulong first)
    {
        int count = 0;
        if (AreaFrom(first) is { Product: Product.Percpu } start)
        {
            for (Area? area = start; area is { IsLive: true }; area = area.NextOfGroup)
            {
                count++;
            }
        }

        return count;
    }

    /// <summary>
    /// The highest base at which the group of a call fits below the first area that ends above the
    /// begin of the search; false when it fits nowhere. The group itself is not in its own way.
    /// </summary>
    public bool HasPercpuPlace(Call call, out ulong highest)
    {
        ReadOnlySpan<PercpuArea> areas = call.Areas;
        ulong mask = ~(call.Align - 1);
        ulong lowest = RoundUp(Machine.Start, call.Align);
        ulong reach = areas[PercpuArea.Last(areas)].End;
        Area? above = FirstEndingAbove(percpuHole);
        ulong top = Math.Min(above?.Start ?? ulong.MaxValue, Machine.End) & mask;
        highest = 0;
        while (top >= reach && top - reach >= lowest)
        {
            highest = top - reach;
            if (Obstacle(areas, highest) is not { } obstacle)
            {
                return true;
            }

            // The group moves down until the area that was hit ends below what is in the way.
            (Area inTheWay, int hit) = obstacle;
            ulong clear = inTheWay.Start & mask;
            top = clear < areas[hit].End ? 0 : clear - areas[hit].End + reach;
        }

        return false;
    }

    /// <summary>An area of others that one of the group would overlap, and which; null: none.</summary>
    (Area InTheWay, int Hit)? Obstacle(ReadOnlySpan<PercpuArea> areas, ulong at)
    {
        for (int i = 0; i < areas.Length; i++)
        {
            Area? area = Areas.AtOrBelow(at + areas[i].End - 1);
            while (area is not null && IsOfThisGroup(area))
            {
                area = Areas.Before(area);
            }

            if (area is not null && area.End > at + areas[i].Offset)
            {
                return (area, i);
            }
        }

        return null;
    }

    Area? FirstEndingAbove(ulong address)
    {
        Area? area = Areas.AtOrBelow(address);
        area = area is not null && area.End > address ? area : Areas.Above(address);
        while (area is not null && IsOfThisGroup(area))
        {
            area = Areas.After(area);
        }

        return area;
    }

    bool IsOfThisGroup(Area area) =>
        area.Product == Product.Percpu && area.CreatedIn == Step.Index;

    /// <summary>The areas of the step, in the order in which they came on vmlist, are the group.</summary>
    void TakePercpu(Call call)
    {
        Area? last = null;
        int index = 0;
        foreach (ref readonly Event e in Step.Events)
        {
            if (e.Kind != EventKind.VmInsert || AreaFrom(e.Address) is not { } area)
            {
                continue;
            }

            area.Product = Product.Percpu;
            area.OutsideReference = true;
            area.Asked = new Asked(
                index < call.AreaCount ? call.Areas[index].Size : 0, call.Align, call.Gfp,
                Pgprot.Kernel, -1, Caller.Percpu, false);
            if (last is not null)
            {
                last.NextOfGroup = area;
            }

            last = area;
            if (index++ == PercpuArea.Last(call.Areas))
            {
                nextPercpuHole = area.Start;
            }
        }
    }

    void BeginPercpu(Call call)
    {
        percpuHole = nextPercpuHole == 0 ? percpuHole : nextPercpuHole;
        nextPercpuHole = 0;
        if (call.Kind == CommandKind.PcpuFreeVmAreas)
        {
            SubjectObjects = PercpuCount(call.Address) + 1;
        }
    }

    /// <summary>What is given back above moves the begin of the next search up.</summary>
    void WidenPercpuHole(ulong end)
    {
        if (end > Machine.Start && end <= Machine.End)
        {
            percpuHole = Math.Max(percpuHole, end);
        }
    }
}
