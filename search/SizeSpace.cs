// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>Where sizes are drawn from: the places where vmalloc decides something.</summary>
public enum SizeSpace : byte
{
    /// <summary>A few whole pages.</summary>
    Pages,

    /// <summary>A byte below, at and above a few whole pages.</summary>
    NearPage,

    /// <summary>Any number of bytes up to 24 pages.</summary>
    Bytes,

    /// <summary>
    /// As large as an earlier request, or a page off: fits the hole it left, or not.
    /// </summary>
    Hole,

    /// <summary>Where the pages array outgrows a page, once or twice.</summary>
    Nesting,

    /// <summary>All of memory, the totalram gate, half of it; a page and a byte around.</summary>
    Memory,

    /// <summary>The whole address range, a half, a quarter, an eighth; some pages less.</summary>
    Range,

    Zero,

    /// <summary>Rounding, the guard page or the end address wraps; 32 bits overflow.</summary>
    Wrap,
}

/// <summary>Draws sizes for one trace; remembers what was asked before.</summary>
sealed class Sizes
{
    readonly Machine machine;
    readonly ulong[] recent = new ulong[8];
    readonly ulong rangePages;
    readonly int nesting;
    int drawn;

    public Sizes(Machine machine)
    {
        this.machine = machine;
        rangePages = Math.Max((machine.End - machine.Start) >> machine.PageShift, 1);
        int perPage = (int)machine.PageSize / machine.PointerBytes;
        nesting = perPage + 2 <= machine.TotalRam ? perPage : machine.TotalRam / 2;
    }

    public ulong Draw(ref Prng prng, SizeSpace space)
    {
        ulong size = Any(ref prng, space) & machine.LongMask;
        recent[drawn++ & 7] = size;
        return size;
    }

    ulong Any(ref Prng prng, SizeSpace space) => space switch
    {
        SizeSpace.Pages => Bytes(1 + prng.Below(6)),
        SizeSpace.NearPage => Bytes(1 + prng.Below(4)) + (ulong)prng.Below(3) - 1,
        SizeSpace.Bytes => 1 + (ulong)prng.Below(24 << machine.PageShift),
        SizeSpace.Hole => drawn == 0
            ? Bytes(1)
            : Shifted(recent[prng.Below(Math.Min(drawn, 8))], prng.Below(6)),
        SizeSpace.Nesting => Around(ref prng, prng.Below(3) == 0 && Twice <= machine.TotalRam
            ? Twice : nesting),
        SizeSpace.Memory => Around(ref prng, prng.Below(4) switch
        {
            0 => machine.Frames,
            1 => machine.TotalRam / 2,
            _ => machine.TotalRam,
        }),
        SizeSpace.Range =>
            Math.Max(rangePages >> prng.Below(4), 5) - (ulong)prng.Below(5) << machine.PageShift,
        SizeSpace.Zero => 0,
        _ => Wrapping(ref prng),
    };

    int Twice => nesting * nesting;

    ulong Bytes(int pages) => (ulong)pages << machine.PageShift;

    ulong Shifted(ulong size, int die) => unchecked(die switch
    {
        0 => size + machine.PageSize,
        1 => size - machine.PageSize,
        _ => size,
    });

    /// <summary>A page less to two pages more; every third time a byte off.</summary>
    ulong Around(ref Prng prng, int pages)
    {
        ulong size = Bytes(Math.Max(pages + prng.Below(4) - 1, 1));
        return prng.Below(6) switch { 0 => size - 1, 1 => size + 1, _ => size };
    }

    ulong Wrapping(ref Prng prng)
    {
        ulong page = machine.PageSize;
        ulong below = prng.Below(8) switch
        {
            0 => 1,
            1 => page - 1,
            2 => page,
            3 => page + 1,
            4 => page << prng.Below(4),
            5 => 1UL << (machine.LongBits - 1),
            6 => machine.Start + Bytes(prng.Below(3)),
            _ => 1 + (ulong)prng.Below((int)page),
        };
        return prng.Below(5) == 0
            ? machine.IntMask + 1 + Bytes(prng.Below(4)) - page
            : unchecked(0 - below);
    }
}
