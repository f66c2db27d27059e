// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>Makes the dump of a picture.</summary>
public sealed class DumpMaker
{
    const uint LazyFree = 1;
    const uint LazyFreeing = 2;
    const uint VmArea = 4;

    readonly Machine machine;
    readonly Picture picture;
    readonly FrameNames frames;
    readonly HashSet<int> inUse;

    DumpMaker(Machine machine, Picture picture, FrameNames frames)
    {
        this.machine = machine;
        this.picture = picture;
        this.frames = frames;
        inUse = [.. picture.Frames];
    }

    /// <summary>Frame numbers are shared among all dumps made with the same names.</summary>
    public static Dump Of(Machine machine, Picture picture, FrameNames frames)
    {
        ArgumentNullException.ThrowIfNull(machine);
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentNullException.ThrowIfNull(frames);
        DumpMaker maker = new(machine, picture, frames);
        DumpedRange[] ranges = [.. PageTableWalk.Of(machine, picture).Select(maker.RangeOf)];
        long extent = maker.Offset(machine.RangeEnd);
        return new Dump
        {
            Ranges = ranges,
            Extent = Array.Exists(ranges, static range => range.Start == 0) ? extent : 0,
            Areas = maker.Areas(),
            Blocks = [.. picture.VmapBlocks.Select(block => new DumpedBlock(
                maker.Offset(block.Start), block.Cpu, block.Free, block.Dirty, block.IsQueued))],
            Tlb = maker.Tlb(),
            Kmemleak = !picture.KmemleakEnabled ? null : [.. picture.Kmemleak.Select(entry =>
                new DumpedObject(maker.Offset(entry.Address), entry.Size, entry.MinCount))],
            Counters = maker.Counters(),
        };
    }

    long Offset(ulong address) => unchecked((long)(address - machine.Start));

    DumpedRange RangeOf(PageTableRange range) => new(
        Offset(range.Start), Offset(range.End), range.Level,
        PteColumns.Shown(range.Bits));

    List<DumpedArea> Areas()
    {
        List<DumpedArea> areas = [];
        HashSet<ulong> shown = [];
        foreach (VmapEntry area in picture.VmapAreas)
        {
            shown.Add(area.Start);
            areas.Add(AreaOf(area));
        }

        foreach (VmEntry vm in picture.Vmlist.Where(vm => !shown.Contains(vm.Address)))
        {
            DumpedArea alone = new(
                Offset(vm.Address), Offset(unchecked(vm.Address + vm.Size)),
                DumpedAreaState.NoVmapArea);
            areas.Add(Described(alone, vm, vm.Size));
        }

        return areas;
    }

    DumpedArea AreaOf(VmapEntry entry)
    {
        bool isLive = (entry.Flags & (LazyFree | LazyFreeing)) == 0;
        DumpedArea area = new(Offset(entry.Start), Offset(entry.End), StateOf(entry))
        {
            Maps = Mapped(entry),
        };
        int at = LowerBound(picture.Vmlist, entry.Start, static vm => vm.Address);
        return at < picture.Vmlist.Count && picture.Vmlist[at].Address == entry.Start
            ? Described(area, picture.Vmlist[at], isLive ? area.Bytes : 0)
            : area with { IsOffVmlist = isLive && (entry.Flags & VmArea) != 0 };
    }

    static DumpedAreaState StateOf(VmapEntry area) =>
        (area.Flags & (LazyFree | LazyFreeing | VmArea)) switch
        {
            0 => DumpedAreaState.Reserved,
            VmArea => DumpedAreaState.Live,
            LazyFree or (LazyFree | VmArea) => DumpedAreaState.Lazy,
            _ => DumpedAreaState.Purging,
        };

    DumpedArea Described(DumpedArea area, VmEntry vm, ulong expected) => area with
    {
        Flags = DumpedArea.Words.Aggregate(
            VmFlags.None, (flags, word) => flags | (vm.Flags & word.Flag)),
        Pages = vm.NrPages,
        ArrayAt = vm.NestedAt != 0 ? Offset(vm.NestedAt) : null,
        HasNoGuard = !GuardPage.IsIn(machine, vm),
        IsArrayInSlab = vm.NestedAt == 0 && vm.ArrayObject >= 0,
        VmSize = vm.Size != expected ? vm.Size : null,
    };

    DumpedFrames? Mapped(VmapEntry area)
    {
        List<int> mapped = [];
        List<TranslationEntry> translations = picture.Translations;
        for (int i = LowerBound(translations, area.Start, static entry => entry.Address);
            i < translations.Count && translations[i].Address < area.End; i++)
        {
            mapped.Add(translations[i].Frame);
        }

        int free = mapped.Count(IsFree);
        bool areAllFree = free == mapped.Count;
        return mapped.Count == 0 ? null : new DumpedFrames(
            frames.Runs(mapped), FrameNames.PerNode(machine, mapped), areAllFree ? 0 : free,
            areAllFree)
        {
            IsOfDevice = mapped.Exists(machine.IsDevice),
        };
    }

    /// <summary>The allocator has it; of devices it has none.</summary>
    bool IsFree(int frame) => !inUse.Contains(frame) && !machine.IsDevice(frame);

    List<DumpedTlbEntry> Tlb()
    {
        Dictionary<ulong, int> tables = picture.Translations.ToDictionary(
            static entry => entry.Address, static entry => entry.Frame);
        return
        [
            .. picture.Tlb.OrderBy(static e => e.Cpu).ThenBy(static e => e.Address).Select(entry =>
                new DumpedTlbEntry(
                    entry.Cpu, Offset(entry.Address), frames.Number(entry.Frame),
                    !tables.TryGetValue(entry.Address, out int frame) || frame != entry.Frame,
                    IsFree(entry.Frame))
                {
                    IsOfDevice = machine.IsDevice(entry.Frame),
                }),
        ];
    }

    DumpedCounters Counters()
    {
        Counters counters = picture.Counters;
        TableShape levels = machine.Levels;
        return new DumpedCounters(
            counters.LazyPages, levels.IsFolded(TableLevel.Pud) ? null : counters.Tables.Pud,
            levels.IsFolded(TableLevel.Pmd) ? null : counters.Tables.Pmd, counters.Tables.Pte,
            counters.PagesInUse,
            picture.Translations.Select(static entry => entry.Frame).Distinct().Count(),
            Live(SlabKind.Vm), Live(SlabKind.Va), Live(SlabKind.Array), counters.RcuPending)
        {
            PercpuArrays = Live(SlabKind.Misc),
            VmapBlocks = Live(SlabKind.VmapBlock),
            RadixNodes = Live(SlabKind.RadixNode),
            OtherObjects = Live(SlabKind.Other),
        };

        int Live(SlabKind kind) => picture.Objects.Count(item => item.Kind == kind);
    }

    static int LowerBound<T>(List<T> sorted, ulong address, Func<T, ulong> addressOf)
    {
        int low = 0;
        for (int high = sorted.Count; low < high;)
        {
            int middle = (low + high) / 2;
            (low, high) = addressOf(sorted[middle]) < address ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
