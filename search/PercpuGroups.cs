// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>Draws what a trace does with percpu groups.</summary>
sealed class PercpuGroups
{
    const int MostAreas = 4;

    readonly Machine machine;
    readonly CallsApart apart;
    readonly List<(int Name, PercpuArea First, PercpuArea Area)> areas = [];

    /// <summary>Another stream, for the few groups that cannot be.</summary>
    Prng oddOnes;
    int groups;

    public PercpuGroups(ulong seed, Machine machine, Era era)
    {
        this.machine = machine;
        apart = new(seed, CommandKind.PcpuGetVmAreas, era);
        oddOnes = new(Prng.Derive(seed, ~(ulong)CommandKind.PcpuGetVmAreas));
    }

    ref Prng Numbers => ref apart.Numbers;

    /// <summary>Sometimes a call about groups in place of another.</summary>
    public CommandKind Instead(CommandKind kind)
    {
        if (!apart.Replace(kind))
        {
            return kind;
        }

        return Numbers.Below(8) switch
        {
            < 4 => CommandKind.PcpuGetVmAreas,
            < 6 when groups > 0 => CommandKind.PcpuFreeVmAreas,
            6 when groups > 0 => CommandKind.MapKernelRangeNoflush,
            7 when groups > 0 => CommandKind.UnmapKernelRange,
            _ => CommandKind.PcpuGetVmAreas,
        };
    }

    /// <summary>
    /// One to four areas, far apart or side by side, in any order; now and then more than fit, or
    /// for an alignment that leaves little of the range, or nothing.
    /// </summary>
    public PercpuArea[] Draw(out ulong align)
    {
        PercpuArea[] drawn = DrawUsual(out align);
        if (oddOnes.Below(24) == 0)
        {
            align = 1UL << (machine.PageShift
                + oddOnes.Below(machine.LongBits - machine.PageShift - 1));
            drawn = [new(0, align)];
        }
        else if (oddOnes.Below(200) == 0)
        {
            drawn = [.. drawn, drawn[0] with { Size = drawn[0].Size + (align / 2) }];
        }

        return drawn;
    }

    PercpuArea[] DrawUsual(out ulong align)
    {
        align = machine.PageSize << (Numbers.Below(3) == 0 ? Numbers.Below(4) : 0);
        PercpuArea[] drawn = new PercpuArea[1 + Numbers.Below(MostAreas)];
        ulong room = Math.Max((machine.End - machine.Start) / align, 1);
        ulong widest = Numbers.Below(6) == 0 ? room / (ulong)drawn.Length : 6;
        ulong offset = align * (ulong)Numbers.Below(Numbers.Below(3) == 0 ? 8 : 1);
        for (int i = 0; i < drawn.Length; i++)
        {
            ulong size = align * (1 + Any(Numbers.Below(8) == 0 ? widest : 4));
            drawn[i] = new(offset, size);
            offset += size + (align * Any(widest));
        }

        for (int i = Numbers.Below(2) == 0 ? drawn.Length - 1 : 0; i > 0; i--)
        {
            int other = Numbers.Below(i + 1);
            (drawn[i], drawn[other]) = (drawn[other], drawn[i]);
        }

        return drawn;
    }

    public void Made(int name, PercpuArea[] group)
    {
        groups++;
        if (areas.Count > 32)
        {
            areas.RemoveRange(0, 16);
        }

        areas.AddRange(group.Select(area => (name, group[0], area)));
    }

    /// <summary>One of those that live; which, a run decides.</summary>
    public Operand Freed()
    {
        groups -= groups > 0 ? 1 : 0;
        return Operand.NthLive(Product.Percpu, Numbers.Below(1024));
    }

    /// <summary>
    /// An area in place of another operand, to its end or not so far, or null; pages say how far.
    /// </summary>
    public Operand? InArea(CommandKind kind, out int pages)
    {
        pages = 0;
        if (areas.Count == 0 || Numbers.Below(4) == 0 || kind is not (
            CommandKind.MapKernelRangeNoflush or CommandKind.UnmapKernelRange
            or CommandKind.UnmapKernelRangeNoflush or CommandKind.Vread or CommandKind.Vwrite
            or CommandKind.Read or CommandKind.Write or CommandKind.VmallocToPage))
        {
            return null;
        }

        (int name, PercpuArea first, PercpuArea area) = areas[Numbers.Below(areas.Count)];
        int all = (int)Math.Min(area.Size >> machine.PageShift, 64);
        int skipped = Numbers.Below(2) == 0 ? 0 : Numbers.Below(all);
        pages = all - skipped;
        return Operand.Named(
            name, unchecked(area.Offset - first.Offset) + ((ulong)skipped << machine.PageShift));
    }

    /// <summary>0 to bound - 1; 0 for no bound at all.</summary>
    ulong Any(ulong bound) => bound == 0 ? 0 : (ulong)Numbers.Below((int)Math.Min(bound, 1 << 20));
}
