// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>
/// Draws traces: a pure function of its arguments. Operands are drafts ("the n-th live block")
/// where only a run knows what lives; a run replaces them by names.
/// </summary>
public sealed class Generator
{
    /// <summary>Areas up to this many pages are mapped by hand.</summary>
    const ulong MostPages = 64;

    readonly Machine machine;
    readonly Mix mix;
    readonly Sizes sizes;
    readonly Supply supply = new();
    readonly PageLists pages;
    readonly Era era;
    readonly Arguments arguments;
    readonly PercpuGroups percpu;

    /// <summary>Pages whose bytes are the first number too large for an unsigned int.</summary>
    readonly ulong pagesOfAnInt;
    readonly OtherMappings mappings;
    readonly Readings readings;
    readonly BlockParts blockParts;
    Prng prng;
    int named;

    Generator(ulong seed, Machine machine, Era era)
    {
        prng = new(seed);
        this.machine = machine;
        this.era = era;
        mix = new(ref prng, machine, era);
        sizes = new(machine);
        pages = new(supply);
        arguments = new(machine, mix, supply);
        percpu = new(seed, machine, era);
        pagesOfAnInt = (machine.IntMask + 1) >> machine.PageShift;
        mappings = new(seed, machine, era);
        readings = new(seed);
        blockParts = new(seed, machine, era, supply);
    }

    /// <summary>
    /// A trace of <paramref name="length"/> commands (at least 1). It begins with a block of a few
    /// pages and frames for the caller, so that no trace does nothing.
    /// </summary>
    public static Trace Draw(ulong seed, Machine machine, Era era, DefectMode mode, int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        Generator generator = new(seed, machine, era);
        Command[] commands = new Command[length];
        for (int step = 0; step < length; step++)
        {
            commands[step] = generator.Next(step, length - step);
        }

        return new(machine, era, mode, commands);
    }

    Command Next(int step, int left)
    {
        Draft draft = new()
        {
            Kind = Kind(step, left),
            Align = 1,
            Gfp = Gfp.Kernel | Gfp.Highmem,
            Prot = Pgprot.Kernel,
            Node = -1,
        };
        if (step == 0)
        {
            draft.Size = sizes.Draw(ref prng, SizeSpace.Pages);
            return Finish(draft);
        }

        foreach (Param parameter in Signature.Of(draft.Kind).Parameters)
        {
            if (!FillMapping(ref draft, parameter) && !FillPercpu(ref draft, parameter))
            {
                Fill(ref draft, parameter, left);
            }
        }

        if (machine.Online > 1 && prng.Percent(mix.CpuPercent))
        {
            draft.Cpu = prng.Below(machine.Online);
        }

        if (prng.Percent(mix.FaultPercent) && (MayFail(draft.Kind) || prng.Below(8) == 0))
        {
            draft.Fault = Arguments.AnyFault(ref prng);
        }

        draft.Reading = MayFail(draft.Kind) ? readings.Any() : Reading.None;
        return Finish(draft);
    }

    CommandKind Kind(int step, int left)
    {
        if (step < 2)
        {
            return step == 0 ? CommandKind.Vmalloc : CommandKind.Take;
        }

        if (mix.IsInterrupted && left is 1 or 5)
        {
            return CommandKind.Interrupt;
        }

        CommandKind kind = mix.Kind(ref prng);
        for (int again = 0; again < 3 && supply.Lacks(kind); again++)
        {
            kind = mix.Kind(ref prng);
        }

        return blockParts.Instead(mappings.Instead(percpu.Instead(kind)));
    }

    /// <summary>Whether the argument is one of a call about devices, users or blocks.</summary>
    bool FillMapping(ref Draft draft, Param parameter)
    {
        switch (parameter)
        {
            case Param.Phys:
                draft.Phys = mappings.AnyPhys();
                draft.Fault = mappings.AnyFault();
                return true;
            case Param.Count when draft.Kind == CommandKind.RemapVmallocRange:
                draft.Count = mappings.PageOffset(draft.Wanted);
                return true;
            case Param.Pointer when mappings.Pointer(draft.Kind, out int pages) is { } mapped:
                (draft.Pointer, draft.Wanted) = (mapped, pages);
                return true;
            case Param.Pointer when blockParts.Astray(draft.Kind) is { } astray:
                draft.Pointer = astray;
                return true;
            default:
                return false;
        }
    }

    /// <summary>Whether the argument is one of a percpu group, or lies in one.</summary>
    bool FillPercpu(ref Draft draft, Param parameter)
    {
        switch (parameter)
        {
            case Param.Pointer when draft.Kind == CommandKind.PcpuFreeVmAreas:
                draft.Pointer = percpu.Freed();
                return true;
            case Param.Pointer when percpu.InArea(draft.Kind, out int inArea) is { } area:
                (draft.Pointer, draft.Wanted) = (area, inArea);
                return true;
            case Param.Areas:
                draft.Areas = percpu.Draw(out draft.Align);
                return true;
            case Param.Align when draft.Areas is not null:
                return true;
            case Param.Gfp when era > Signature.Of(draft.Kind).MaskUntil:
                draft.Gfp = Gfp.Kernel;
                return true;
            default:
                return false;
        }
    }

    void Fill(ref Draft draft, Param parameter, int left)
    {
        switch (parameter)
        {
            case Param.Pointer:
                draft.Pointer = arguments.AnyPointer(ref prng, draft.Kind, out draft.Wanted);
                break;
            case Param.Size:
                draft.Size = Size(ref draft, left);
                break;
            case Param.Align when prng.Percent(mix.AlignPercent):
                draft.Align = arguments.AnyAlign(ref prng);
                break;
            case Param.Gfp when prng.Percent(mix.GfpPercent):
                draft.Gfp = Arguments.AnyGfp(ref prng);
                break;
            case Param.Flags:
                draft.Flags = Arguments.AnyFlags(ref prng, draft.Kind);
                break;
            case Param.Start:
                (draft.Start, draft.End) = arguments.AnyWindow(ref prng);
                break;
            case Param.Prot when TakesProt(draft.Kind) && prng.Below(4) == 0:
                draft.Prot = Arguments.AnyProt(ref prng);
                break;
            case Param.Node when prng.Percent(mix.NodePercent):
                draft.Node = prng.Below(machine.Nodes);
                break;
            case Param.Pages:
                draft.Pages = draft.Kind == CommandKind.GiveBack ? pages.GiveBack(ref prng)
                    : AnyPages(ref draft);
                break;
            case Param.Count:
                draft.Count = draft.Kind == CommandKind.Take ? arguments.TakeCount(ref prng)
                    : arguments.MapCount(ref prng, draft.Wanted);
                if (draft.Kind == CommandKind.Vmap && draft.Count == (ulong)machine.TotalRam)
                {
                    draft.Pages = PageLists.Padded(draft.Pages!, draft.Wanted, machine.TotalRam);
                }

                break;
            case Param.Value:
                draft.Value = draft.Kind == CommandKind.Interrupt ? (byte)(left == 5 ? 1 : 0)
                    : (byte)(1 + prng.Below(byte.MaxValue));
                break;
            default:
                break;
        }
    }

    /// <summary>
    /// Bytes: of a request, of a stretch of an area, or read and written. Tables are built for all
    /// of what <c>alloc_vm_area</c> takes, so that stays within 4096 pages. Only the last command
    /// of a trace may be one that ends in a BUG.
    /// </summary>
    ulong Size(ref Draft draft, int left)
    {
        switch (draft.Kind)
        {
            case CommandKind.MapKernelRangeNoflush:
            case CommandKind.UnmapKernelRange:
            case CommandKind.UnmapKernelRangeNoflush:
                int all = Math.Max(draft.Wanted, 1);
                draft.Wanted = prng.Below(2) == 0 ? all : 1 + prng.Below(all);
                draft.Wanted = left == 1 && prng.Below(2) == 0 ? 0 : draft.Wanted;
                return (ulong)draft.Wanted << machine.PageShift;
            case CommandKind.Vread:
            case CommandKind.Vwrite:
                return prng.Below(4) == 0
                    ? (ulong)prng.Below(8) << machine.PageShift
                    : (ulong)prng.Below(3 << machine.PageShift);
            case CommandKind.RemapVmallocRange:
                return mappings.RemapSize(draft.Wanted);
            case CommandKind.Ioremap:
                return mappings.DeviceSize(draft.Phys);
            case CommandKind.AllocVmArea:
                return sizes.Draw(ref prng, mix.Size(ref prng)) % (4096UL << machine.PageShift);
            case CommandKind.VmallocHuge when prng.Below(2) == 0:
                ulong huge = machine.PageSize << machine.Levels.Pte;
                return (huge << prng.Below(2)) - (ulong)prng.Below(3);
            default:
                ulong size = sizes.Draw(ref prng, mix.Size(ref prng));
                return left > 1 && Signature.Of(draft.Kind).Product == Product.Area
                    ? WithoutBug(size) : size;
        }
    }

    /// <summary>Of vm_map_ram sometimes so many that their bytes overflow an unsigned int.</summary>
    PageSlice[] AnyPages(ref Draft draft)
    {
        PageSlice[] drawn = pages.Draw(ref prng, draft.Wanted, out draft.Wanted);
        return draft.Kind == CommandKind.VmMapRam && pagesOfAnInt < MostPages
            && prng.Below(4) == 0
                ? PageLists.Repeated(drawn, (int)pagesOfAnInt + prng.Below(4)) : drawn;
    }

    /// <summary>vm_map_ram took a protection until 5.8.</summary>
    bool TakesProt(CommandKind kind) => kind != CommandKind.VmMapRam || era <= Era.V30;

    /// <summary>
    /// A size that its guard page makes 0 ends in a BUG, and the trace with it: less by a page.
    /// </summary>
    ulong WithoutBug(ulong size) =>
        size != 0 && unchecked(machine.PageAlign(size) + machine.PageSize) == 0
            ? size - machine.PageSize : size;

    /// <summary>Elsewhere an armed fault cannot fire; that is tried too, but not often.</summary>
    static bool MayFail(CommandKind kind) => Signature.Of(kind).Product != Product.Nothing
        || kind is CommandKind.MapVmArea or CommandKind.MapKernelRangeNoflush
            or CommandKind.RemapVmallocRange;

    Command Finish(in Draft draft)
    {
        Product product = Signature.Of(draft.Kind).Product;
        int name = product == Product.Nothing ? -1 : named++;
        if (name >= 0)
        {
            Expect(product, name, draft);
        }

        return new(draft.Kind)
        {
            Name = name, Pointer = draft.Pointer, Size = draft.Size, Align = draft.Align,
            Gfp = draft.Gfp, Flags = draft.Flags, Start = draft.Start, End = draft.End,
            Prot = draft.Prot, Node = draft.Node, Pages = draft.Pages ?? [], Count = draft.Count,
            Value = draft.Value, Phys = draft.Phys, Cpu = draft.Cpu, Fault = draft.Fault,
            Areas = draft.Areas ?? [], Reading = draft.Reading,
        };
    }

    /// <summary>Remembers a product, unless it will hardly come to be.</summary>
    void Expect(Product product, int name, in Draft draft)
    {
        ulong size = machine.PageAlign(draft.Size) >> machine.PageShift;
        ulong half = (ulong)machine.TotalRam / 2;
        if (draft.Fault.IsArmed || size > half)
        {
            return;
        }

        switch (product)
        {
            case Product.Block when size > 0:
                supply.Blocks.Add(name, size, half);
                mappings.Made(draft.Kind, name, size);
                supply.Made(product);
                break;
            case Product.Area:
                supply.Areas.Add(name, size, MostPages);
                break;
            case Product.Frames:
                supply.Frames.Add(name, draft.Count, most: half);
                break;
            case Product.Percpu:
                percpu.Made(name, draft.Areas!);
                break;
            case Product.Device:
                mappings.Made(draft.Kind, name, size);
                break;
            case Product.Ram:
            case Product.Mapping when draft.Count == (ulong)draft.Wanted:
                supply.Made(product);
                break;
            default:
                break;
        }
    }

    /// <summary>A command in the making; Wanted counts the pages its list has to have.</summary>
    struct Draft
    {
        public CommandKind Kind;
        public Operand Pointer;
        public ulong Size;
        public ulong Align;
        public Gfp Gfp;
        public VmFlags Flags;
        public ulong Start;
        public ulong End;
        public Pgprot Prot;
        public int Node;
        public PageSlice[]? Pages;
        public PercpuArea[]? Areas;
        public ulong Count;
        public byte Value;
        public ulong Phys;
        public int Cpu;
        public Fault Fault;
        public Reading Reading;
        public int Wanted;
    }
}
