// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>Draws arguments that are neither sizes nor page lists.</summary>
sealed class Arguments(Machine machine, Mix mix, Supply supply)
{
    static readonly Gfp[] masks =
    [
        Gfp.Kernel, Gfp.Atomic, Gfp.Noio, Gfp.Nofs, Gfp.None,
        Gfp.Atomic | Gfp.Highmem, Gfp.Noio | Gfp.Highmem, Gfp.Nofs | Gfp.Highmem,
        Gfp.Kernel | Gfp.Highmem, Gfp.Kernel | Gfp.Dma, Gfp.Kernel | Gfp.Dma32,
    ];

    static readonly Gfp[] modifiers =
    [
        Gfp.Zero, Gfp.Zero, Gfp.Zero, Gfp.Nowarn, Gfp.Repeat, Gfp.Noretry, Gfp.Nomemalloc,
        Gfp.Nofail, Gfp.Cold, Gfp.Comp, Gfp.Zero | Gfp.Nowarn,
    ];

    static readonly Pgprot[] protections =
    [
        Pgprot.KernelExec, Pgprot.KernelExec,
        new(0x8000_0000_0000_0161), // PAGE_KERNEL_RO
        new(0x8000_0000_0000_017b), // PAGE_KERNEL_NOCACHE
    ];

    static readonly Product[] pointed = [Product.Block, Product.Mapping, Product.Area];

    readonly ulong rangePages = Math.Max((machine.End - machine.Start) >> machine.PageShift, 1);

    public static Gfp AnyGfp(ref Prng prng)
    {
        Gfp mask = prng.Pick<Gfp>(masks);
        return prng.Below(2) == 0 ? mask : mask | prng.Pick<Gfp>(modifiers);
    }

    public static Pgprot AnyProt(ref Prng prng) => prng.Pick<Pgprot>(protections);

    public ulong AnyAlign(ref Prng prng) => prng.Below(4) switch
    {
        0 => 8,
        1 => machine.PageSize,
        _ => machine.PageSize << prng.Below(8),
    };

    public static VmFlags AnyFlags(ref Prng prng, CommandKind kind) => prng.Below(8) switch
    {
        0 => VmFlags.None,
        1 or 2 => VmFlags.Ioremap,
        3 => VmFlags.Map | VmFlags.Usermap,
        4 or 5 when kind != CommandKind.Vmap => VmFlags.Alloc,
        _ => VmFlags.Map,
    };

    /// <summary>The n-th visit of a kind of allocation; small numbers more often.</summary>
    public static Fault AnyFault(ref Prng prng) => new(
        (FaultSite)(1 + prng.Below(4)),
        prng.Below(2) == 0 ? FaultMode.Once : (FaultMode)prng.Below(3),
        prng.Below(prng.Below(4) == 0 ? 80 : 1 + prng.Below(8)));

    /// <summary>A part of the range, page aligned below, from nothing to all of it.</summary>
    public (ulong Start, ulong End) AnyWindow(ref Prng prng)
    {
        ulong first = (ulong)prng.Below((int)Math.Min(rangePages, 1 << 16));
        ulong pages = prng.Below(8) == 0 ? rangePages : (ulong)prng.Below(40);
        ulong end = Math.Min(first + pages, rangePages) << machine.PageShift;
        return (first << machine.PageShift, prng.Below(4) == 0 && end > 0 ? end - 1 : end);
    }

    /// <summary>
    /// How many pages a caller takes: a few; sometimes none, or nearly all there are.
    /// </summary>
    public ulong TakeCount(ref Prng prng) => prng.Below(12) switch
    {
        0 => (ulong)Math.Max(machine.Frames - prng.Below(16), 0),
        1 => (ulong)machine.Frames / 2,
        2 => 0,
        _ => 1 + (ulong)prng.Below(8),
    };

    /// <summary>
    /// The count of <c>vmap</c>, as long as its list or at the gate: more pages than that are
    /// refused before any is looked at.
    /// </summary>
    public ulong MapCount(ref Prng prng, int listed) => prng.Below(40) switch
    {
        0 => 0,
        1 => (ulong)machine.TotalRam + 1,
        2 => 1UL << 32,
        3 => (1UL << 52) + 1,
        4 => (ulong)machine.TotalRam,
        _ => (ulong)listed,
    };

    /// <summary>
    /// An address; <paramref name="pages"/> says how many pages of an area follow it.
    /// </summary>
    public Operand AnyPointer(ref Prng prng, CommandKind kind, out int pages)
    {
        pages = 0;
        switch (kind)
        {
            case CommandKind.RemoveVmArea or CommandKind.MapKernelRangeNoflush
                or CommandKind.UnmapKernelRange or CommandKind.Vread or CommandKind.Vwrite
                when machine.Early.Count > 0 && prng.Below(4) == 0:
                return InEarlyArea(ref prng, kind, out pages);
            case CommandKind.Drop:
                return Operand.NthLive(Product.Block, prng.Below(1024));
            case CommandKind.Vfree:
                return Aimed(ref prng, Product.Block);
            case CommandKind.Vunmap:
                return Aimed(ref prng, Product.Mapping);
            case CommandKind.VmUnmapRam when mix.UnmapsAstray && prng.Percent(1):
                return prng.Below(4) == 0 ? Operand.Null
                    : Operand.NthFreed(Product.Ram, prng.Below(1024));
            case CommandKind.VmUnmapRam:
                supply.Freed(Product.Ram);
                return Operand.NthLive(Product.Ram, prng.Below(1024));
            case CommandKind.RemoveVmArea when prng.Percent(mix.IllegalPercent):
                return Astray(ref prng, Product.Area);
            case CommandKind.FreeVmArea or CommandKind.RemoveVmArea or CommandKind.VmallocAreaInner:
                (int name, pages) = supply.Areas.Take(ref prng);
                return name < 0 ? Operand.NthLive(Product.Area, 0) : Operand.Named(name);
            case CommandKind.MapVmArea or CommandKind.MapKernelRangeNoflush
                or CommandKind.UnmapKernelRange or CommandKind.UnmapKernelRangeNoflush:
                return InArea(ref prng, whole: kind == CommandKind.MapVmArea, out pages);
            default:
                return Anywhere(ref prng);
        }
    }

    Operand Aimed(ref Prng prng, Product product)
    {
        if (prng.Percent(mix.IllegalPercent))
        {
            return Astray(ref prng, product);
        }

        supply.Freed(product);
        return Operand.NthLive(product, prng.Below(1024));
    }

    /// <summary>What must not be freed: each of these has to be told from what may.</summary>
    Operand Astray(ref Prng prng, Product product)
    {
        int index = prng.Below(1024);
        return prng.Below(9) switch
        {
            0 => Operand.Null,
            1 => Operand.NthLive(product, index, 1 + (ulong)prng.Below((int)machine.PageSize - 1)),
            2 => Operand.NthLive(product, index, PageBytes(1 + prng.Below(3))),
            3 => Operand.FromStart(AnyPage(ref prng)),
            4 => Operand.FromStart(unchecked(0 - PageBytes(1 + prng.Below(2)))),
            5 => Operand.NthLive(prng.Pick<Product>(pointed), index),
            6 => Operand.FromStart(AnyPage(ref prng) + (ulong)prng.Below((int)machine.PageSize)),
            _ => Operand.NthFreed(product, index),
        };
    }

    Operand InArea(ref Prng prng, bool whole, out int pages)
    {
        (int name, int all) = supply.Areas.Pick(ref prng);
        int skipped = whole || all == 0 || prng.Below(2) == 0 ? 0 : prng.Below(all);
        pages = Math.Max(all - skipped, 1);
        return name < 0
            ? Operand.NthLive(Product.Area, 0)
            : Operand.Named(name, PageBytes(skipped));
    }

    /// <summary>An area registered before boot, or a page of it.</summary>
    Operand InEarlyArea(ref Prng prng, CommandKind kind, out int pages)
    {
        int index = prng.Below(machine.Early.Count);
        int all = (int)(machine.Early[index].Size >> machine.PageShift);
        int skipped = kind == CommandKind.RemoveVmArea ? 0 : prng.Below(all);
        pages = all - skipped;
        return Operand.FromStart(machine.EarlyStart(index) - machine.Start + PageBytes(skipped));
    }

    /// <summary>Inside, at the end of, behind blocks; where nothing is, or no longer.</summary>
    Operand Anywhere(ref Prng prng)
    {
        ulong into = (ulong)prng.Below((int)machine.PageSize);
        ulong offset = prng.Below(2) == 0 ? 0 : PageBytes(prng.Below(5)) + into;
        switch (prng.Below(10))
        {
            case 0:
                return Operand.FromStart(AnyPage(ref prng) + into);
            case 1:
                return Operand.NthFreed(prng.Pick<Product>(pointed), prng.Below(1024), offset);
            case 2 when supply.Blocks.Count > 0:
                (int name, int pages) = supply.Blocks.Pick(ref prng);
                return Operand.Named(name, PageBytes(pages - prng.Below(2)) + into);
            case 3 when supply.Has(Product.Mapping):
                return Operand.NthLive(Product.Mapping, prng.Below(1024), offset);
            case 4 when supply.Areas.Count > 0:
                return Operand.NthLive(Product.Area, prng.Below(1024), offset);
            default:
                return Operand.NthLive(Product.Block, prng.Below(1024), offset);
        }
    }

    ulong AnyPage(ref Prng prng) => PageBytes(prng.Below((int)Math.Min(rangePages, 1 << 16)));

    ulong PageBytes(int pages) => (ulong)pages << machine.PageShift;
}
