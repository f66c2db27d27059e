// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>Draws what a trace does with devices, user mappings and look-ups.</summary>
sealed class OtherMappings
{
    readonly Machine machine;
    readonly bool hasNonlazy;
    readonly CallsApart apart;
    readonly Recent userBlocks = new();
    int devices;

    public OtherMappings(ulong seed, Machine machine, Era era)
    {
        this.machine = machine;
        apart = new(seed, CommandKind.Ioremap, era);
        hasNonlazy = Signature.Of(CommandKind.SetIounmapNonlazy).IsIn(era);
    }

    ref Prng Numbers => ref apart.Numbers;

    /// <summary>Sometimes such a call in place of another.</summary>
    public CommandKind Instead(CommandKind kind)
    {
        if (!apart.Replace(kind))
        {
            return kind;
        }

        return Numbers.Below(16) switch
        {
            < 5 => CommandKind.Ioremap,
            < 8 when devices > 0 => CommandKind.Iounmap,
            8 when hasNonlazy => CommandKind.SetIounmapNonlazy,
            9 or 10 => CommandKind.FindVmArea,
            11 => CommandKind.Vmalloc32User,
            12 when devices > 0 => CommandKind.Read,
            > 11 when userBlocks.Count > 0 => CommandKind.RemapVmallocRange,
            _ => CommandKind.VmallocUser,
        };
    }

    public void Made(CommandKind kind, int name, ulong pages)
    {
        devices += kind == CommandKind.Ioremap ? 1 : 0;
        if (kind is CommandKind.VmallocUser or CommandKind.Vmalloc32User)
        {
            userBlocks.Add(name, pages, most: 64);
        }
    }

    /// <summary>
    /// What such a call is about, or null; pages say how many of a block there are.
    /// </summary>
    public Operand? Pointer(CommandKind kind, out int pages)
    {
        pages = 0;
        switch (kind)
        {
            case CommandKind.Iounmap when Numbers.Below(8) != 0:
                devices -= devices > 0 ? 1 : 0;
                return Operand.NthLive(Product.Device, Numbers.Below(1024));
            case CommandKind.Iounmap when Numbers.Below(2) == 0:
                return Numbers.Below(2) == 0 ? Operand.Null
                    : Operand.FromStart(unchecked(0 - machine.PageSize));
            case CommandKind.Read when devices > 0 && Numbers.Below(4) == 0:
                return Operand.NthLive(Product.Device, Numbers.Below(1024));
            case CommandKind.RemapVmallocRange when Numbers.Below(8) != 0:
                (int name, pages) = userBlocks.Pick(ref Numbers);
                return name < 0 ? null : Operand.Named(name);
            case CommandKind.FindVmArea when Numbers.Below(2) == 0:
                return Operand.NthFreed(Product.Block, Numbers.Below(1024));
            default:
                return null;
        }
    }

    /// <summary>
    /// Where a device is: mostly behind memory, sometimes across its end or in it.
    /// </summary>
    public ulong AnyPhys()
    {
        ulong into = Numbers.Below(2) == 0 ? 0 : (ulong)Numbers.Below((int)machine.PageSize);
        return into + Numbers.Below(8) switch
        {
            0 => Bytes(Numbers.Below(machine.Frames)),
            1 => machine.DeviceStart - machine.PageSize,
            2 => machine.DeviceStart + Bytes(Numbers.Below(Machine.DeviceFrames)),
            _ => machine.DeviceStart + Bytes(Numbers.Below(8)),
        };
    }

    /// <summary>Sometimes a page table is missing, which other faults seldom meet.</summary>
    public Fault AnyFault() => Numbers.Below(12) != 0 ? Fault.None
        : new(FaultSite.Table, FaultMode.Once, Numbers.Below(4));

    /// <summary>Bytes of a device: a few pages, often a power of two, or all there is.</summary>
    public ulong DeviceSize(ulong phys)
    {
        ulong most = machine.DeviceEnd - phys;
        ulong size = Numbers.Below(8) switch
        {
            0 => 0,
            1 => most,
            2 => ulong.MaxValue - (ulong)Numbers.Below((int)machine.PageSize),
            3 or 4 => Bytes(1 << Numbers.Below(8)),
            _ => 1 + (ulong)Numbers.Below(6 << machine.PageShift),
        };
        return size > most && size < 1UL << 63 ? most : size;
    }

    /// <summary>Mostly all of a block of so many pages, sometimes less, or a page too many.</summary>
    public ulong RemapSize(int pages)
    {
        int most = Math.Max(pages, 1);
        return Bytes(Numbers.Below(3) == 0 ? 1 + Numbers.Below(most + 1) : most);
    }

    /// <summary>Mostly the first page; behind the last, or so far that sums wrap.</summary>
    public ulong PageOffset(int pages) => Numbers.Below(8) switch
    {
        0 => (ulong)pages,
        1 => unchecked(0UL - (ulong)Numbers.Below(4)),
        2 => (1UL << Numbers.Below(64)) - 1,
        3 or 4 => (ulong)Numbers.Below(Math.Max(pages, 1)),
        _ => 0,
    };

    ulong Bytes(int pages) => (ulong)pages << machine.PageShift;
}
