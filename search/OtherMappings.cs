// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>
/// Draws what a trace does with devices, user mappings and look-ups. The numbers come from a stream
/// of their own, so that traces without them are what they would be if there were none.
/// </summary>
sealed class OtherMappings
{
    readonly Machine machine;
    readonly bool hasNonlazy;
    readonly int percent;
    readonly Recent userBlocks = new();
    Prng prng;
    int devices;

    public OtherMappings(ulong seed, Machine machine, Era era)
    {
        this.machine = machine;
        prng = new(Prng.Derive(seed, (ulong)CommandKind.Ioremap));
        hasNonlazy = Signature.Of(CommandKind.SetIounmapNonlazy).IsIn(era);
        percent = Signature.Of(CommandKind.Ioremap).IsIn(era)
            ? prng.Pick<byte>([0, 0, 0, 0, 0, 15, 15, 40]) : 0;
    }

    /// <summary>Sometimes such a call in place of another.</summary>
    public CommandKind Instead(CommandKind kind)
    {
        if (percent == 0 || kind == CommandKind.Interrupt || !prng.Percent(percent))
        {
            return kind;
        }

        return prng.Below(16) switch
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
            case CommandKind.Iounmap when prng.Below(8) != 0:
                devices -= devices > 0 ? 1 : 0;
                return Operand.NthLive(Product.Device, prng.Below(1024));
            case CommandKind.Read when devices > 0 && prng.Below(4) == 0:
                return Operand.NthLive(Product.Device, prng.Below(1024));
            case CommandKind.RemapVmallocRange when prng.Below(8) != 0:
                (int name, pages) = userBlocks.Pick(ref prng);
                return name < 0 ? null : Operand.Named(name);
            case CommandKind.FindVmArea when prng.Below(2) == 0:
                return Operand.NthFreed(Product.Block, prng.Below(1024));
            default:
                return null;
        }
    }

    /// <summary>
    /// Where a device is: mostly behind memory, sometimes across its end or in it.
    /// </summary>
    public ulong AnyPhys()
    {
        ulong into = prng.Below(2) == 0 ? 0 : (ulong)prng.Below((int)machine.PageSize);
        return into + prng.Below(8) switch
        {
            0 => Bytes(prng.Below(machine.Frames)),
            1 => machine.DeviceStart - machine.PageSize,
            2 => machine.DeviceStart + Bytes(prng.Below(Machine.DeviceFrames)),
            _ => machine.DeviceStart + Bytes(prng.Below(8)),
        };
    }

    /// <summary>Bytes of a device: a few pages, often a power of two, or all there is.</summary>
    public ulong DeviceSize(ulong phys)
    {
        ulong most = machine.DeviceEnd - phys;
        ulong size = prng.Below(8) switch
        {
            0 => 0,
            1 => most,
            2 => ulong.MaxValue - (ulong)prng.Below((int)machine.PageSize),
            3 or 4 => Bytes(1 << prng.Below(8)),
            _ => 1 + (ulong)prng.Below(6 << machine.PageShift),
        };
        return size > most && size < 1UL << 63 ? most : size;
    }

    /// <summary>Mostly all of a block of so many pages, sometimes less, or a page too many.</summary>
    public ulong RemapSize(int pages)
    {
        int most = Math.Max(pages, 1);
        return Bytes(prng.Below(3) == 0 ? 1 + prng.Below(most + 1) : most);
    }

    /// <summary>Mostly the first page; behind the last, or so far that sums wrap.</summary>
    public ulong PageOffset(int pages) => prng.Below(8) switch
    {
        0 => (ulong)pages,
        1 => unchecked(0UL - (ulong)prng.Below(4)),
        2 => (1UL << prng.Below(64)) - 1,
        3 or 4 => (ulong)prng.Below(Math.Max(pages, 1)),
        _ => 0,
    };

    ulong Bytes(int pages) => (ulong)pages << machine.PageShift;
}
