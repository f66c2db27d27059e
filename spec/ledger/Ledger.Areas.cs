// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

public sealed partial class Ledger
{
    void AreaReserve(in Event e)
    {
        Area area = spareAreas.Count > 0 ? spareAreas.Pop() : new Area();
        area.Reset(e.Address, e.End, PagesBetween(e.Address, e.End), Step.Index);
        area.VaObject = e.Id;
        if (e.Id >= 0 && e.Id < objectsEnd)
        {
            objects[e.Id].Address = e.Address;
        }

        if (primary is null && IsForDevice(Step.Call))
        {
            JudgePlace(e.Address);
        }

        Areas.Insert(area);
        ChangesUnder(KernelLock.VmapArea);
        Tally.Reserved++;
        primary ??= area;
        area.HandedOutStale = IsStale(area.Start, area.End);
        Touch(area);
        lastArea = area;
    }

    /// <summary>Of a range that may have wrapped: its end counts modulo the address space.</summary>
    ulong PagesBetween(ulong start, ulong end) =>
        (unchecked(end - start) & longMask) >> Machine.PageShift;

    /// <summary>Some page of the range is still mapped, or may still be in a TLB.</summary>
    bool IsStale(ulong start, ulong end)
    {
        if (end > start && (end - start) >> Machine.PageShift <= 64)
        {
            for (ulong page = start; page < end; page += Machine.PageSize)
            {
                Translation translation = Translations.Get(page);
                if (translation.IsPresent || translation.IsUnflushed)
                {
                    return true;
                }
            }

            return false;
        }

        scratch.Clear();
        Translations.PresentIn(start, end, scratch);
        foreach (ulong page in unflushed)
        {
            if (page >= start && page < end)
            {
                return true;
            }
        }

        return scratch.Count > 0;
    }

    void AreaLazy(in Event e)
    {
        Touch(e.Address, out Area? area);
        if (area is null || area.State is AreaState.Lazy)
        {
            Tally.Strays++;
            return;
        }

        if (area.IsLive)
        {
            Tally.Strays++;
            LiveAreas--;
        }

        Tally.Strays += area.Block is { IsGone: false } ? 1 : 0;

        TouchFamily(area);
        area.State = AreaState.Lazy;
        area.OutsideReference = false;
        LazyPages += area.Pages;
        lazyPeak = Math.Max(lazyPeak, LazyCount);
        CountFreed(area);
        if (area.Present == 0)
        {
            return;
        }

        scratch.Clear();
        Translations.PresentIn(area.Start, area.End, scratch);
        foreach (ulong page in scratch)
        {
            if (!IsDirty(page))
            {
                Defer(area, Translations.Get(page));
            }
        }
    }

    /// <summary>A translation of live memory becomes one of freed memory.</summary>
    void Defer(Area area, Translation translation)
    {
        Frame frame = Touch(translation.Frame);
        frame.LiveMaps--;
        frame.LazyMaps++;
        LeaveLive(area, frame, translation.Generation);
    }

    /// <summary>
    /// What has no descriptor is the kernel's own to free, page by page and in its own time.
    /// </summary>
    void CountFreed(Area area)
    {
        bool isFlushed = (cacheStart, cacheEnd) == (area.Start, area.End);
        if (!area.HadDescriptor)
        {
            Tally.RamFreed += area.Block is null ? 1 : 0;
            Tally.CacheUnmapMistakes += IsAreaOfRam(area) && !isFlushed ? 1 : 0;
            return;
        }

        Tally.CacheUnmapMistakes += isFlushed ? 0 : 1;
        Tally.Lazied++;
        Tally.Abandoned += area.CreatedIn == Step.Index ? 1 : 0;
    }

    /// <summary>The running call made it for vm_map_ram or ends it, as more than a block's part.
    /// </summary>
    bool IsAreaOfRam(Area area) => area.Block is null && Step.Call.Kind switch
    {
        CommandKind.VmMapRam => area.CreatedIn == Step.Index
            && Step.Call.PageCount > Machine.VmapMaxAlloc,
        CommandKind.VmUnmapRam => area.Start == Step.Call.Address
            && Step.Call.Count > (ulong)Machine.VmapMaxAlloc,
        _ => false,
    };

    void AreaRelease(in Event e)
    {
        Touch(e.Address, out Area? area);
        if (area is null)
        {
            return;
        }

        // A block that gets no place in its tree gives its range back as it came.
        bool isPurge = area.State != AreaState.Reserved || area.CreatedIn != Step.Index;
        if (!purgeOpen && isPurge)
        {
            purgeOpen = true;
            Tally.Purges++;
            JudgePurge();
        }

        Tally.Released++;
        ChangesUnder(KernelLock.VmapArea);
        area.ReleasedStale = area.Present > 0 || area.Unflushed > 0;
        LazyPages -= area.State == AreaState.Lazy ? area.Pages : 0;
        area.ReleasedLive = area.IsLive;
        LiveAreas -= area.IsLive ? 1 : 0;
        lazyPeak = LazyCount;
        KmemleakStrays += area.KmemleakObjects;
        area.State = AreaState.Gone;
        if (area.VaObject >= 0 && area.VaObject < objectsEnd
            && objects[area.VaObject] is { Owners: 1, Kind: SlabKind.Va })
        {
            objects[area.VaObject].End = area.End;
            Pend(area.Start, 1);
            Pend(area.End, 1);
        }

        TouchFamily(area);
        area.Nested?.Orphan(area);
        area.Owner?.Orphan(area);
        Areas.Remove(area);
        Tally.Strays += area.Block is { IsGone: false } ? 1 : 0;
        DropBlock(area);
        gone.Add(area);
        WidenPercpuHole(area.End);
    }

    void ChangesUnder(KernelLock which) =>
        Tally.UnlockedChanges += locks[(int)which] > 0 ? 0 : 1;

    /// <summary>
    /// A pages array and its owner are judged together when either changes its state.
    /// </summary>
    void TouchFamily(Area area)
    {
        if (area.Nested is { } nested)
        {
            Touch(nested);
        }

        if (area.Owner is { } owner)
        {
            Touch(owner);
        }
    }

    void VmInsert(in Event e)
    {
        Touch(e.Address, out Area? area);
        if (area is null || area.State != AreaState.Reserved)
        {
            Tally.Strays++;
            return;
        }

        ChangesUnder(KernelLock.Vmlist);
        area.State = AreaState.Live;
        area.VmObject = e.Id;
        if (e.Id >= 0 && e.Id < objectsEnd)
        {
            objects[e.Id].Address = e.Address;
        }

        area.VmSize = e.Bytes;
        area.Flags = e.Flags;
        area.Phys = Step.Call.Phys & ~Machine.PageMask;
        LiveAreas++;
    }

    void VmUnlink(in Event e)
    {
        Touch(e.Address, out Area? area);
        if (area is null || !area.IsLive)
        {
            Tally.Strays++;
            return;
        }

        ChangesUnder(KernelLock.Vmlist);
        area.State = AreaState.Unlinked;
        TouchFamily(area);
        LiveAreas--;
        if (area.IsEarly)
        {
            EndEarly(area.Start);
        }
    }

    void VmChange(in Event e)
    {
        Touch(e.Address, out Area? area);
        switch (e.Kind)
        {
            case EventKind.VmFlagsSet: area?.SetFlags(e.Flags); break;
            case EventKind.VmPagesCounted: area?.SetNrPages(e.Bytes); break;
            default: area?.SetCaller((Caller)e.Id); break;
        }
    }

    void VmPagesSet(in Event e)
    {
        Touch(e.Address, out Area? area);
        if (area is null)
        {
            return;
        }

        filling = area;
        area.ArrayObject = e.Id;
        area.ArrayBytes = e.Id >= 0 && e.Id < objectsEnd ? objects[e.Id].Bytes : 0;
        area.Nested = e.End != 0 ? AreaFrom(e.End) : null;
        if (LeadsTo(area.Nested, area))
        {
            Tally.Strays++;
            area.Nested = null;
        }
        else if (area.Nested is { } nested)
        {
            nested.Owner = area;
            nested.Asked = (area == primary ? asked : area.Asked)
                .ForArray(ArrayBytes(area.NrPages));
            Touch(nested);
        }
    }

    /// <summary>Two areas at one address make an array seem to lie in the block it is of.</summary>
    static bool LeadsTo(Area? array, Area block)
    {
        while (array is not null && array != block)
        {
            array = array.Nested;
        }

        return array is not null;
    }

    void KmemleakAlloc(in Event e)
    {
        if (e.Address == 0)
        {
            return;
        }

        Tally.GfpGains += (e.Gfp & Reclaim & ~callGfp) != 0 ? 1 : 0;
        KmemleakObjects++;
        Touch(e.Address, out Area? area);
        if (area is null)
        {
            KmemleakStrays++;
            return;
        }

        area.KmemleakObjects++;
        area.KmemleakSize = e.Bytes;
        area.KmemleakCount = e.Id;
    }

    void KmemleakFree(in Event e)
    {
        KmemleakObjects--;
        if (AreaFrom(e.Address) is { KmemleakObjects: > 0 } area)
        {
            area.KmemleakObjects--;
            Touch(area);
        }
        else
        {
            KmemleakStrays--;
        }
    }

    void TakeResult()
    {
        Call call = Step.Call;
        switch (call.Kind)
        {
            case CommandKind.VmMapRam or CommandKind.VmUnmapRam:
                TakeRam(call);
                return;
            case CommandKind.Interrupt:
                InInterrupt = call.Value != 0;
                return;
            case CommandKind.SetIounmapNonlazy:
                LazySurplus = Machine.LazyMax + 1 - (long)LazyPages;
                return;
            case CommandKind.Drop when Subject is { } dropped:
                dropped.OutsideReference = false;
                Touch(dropped);
                return;
            default:
                break;
        }

        if (Step.Outcome.Kind != OutcomeKind.Pointer || Step.Outcome.Value == 0
            || call.Signature.Product is Product.Nothing or Product.Frames)
        {
            return;
        }

        Result = AreaFrom(call.Kind == CommandKind.Ioremap
            ? Step.Outcome.Value & ~Machine.PageMask : Step.Outcome.Value);
        if (Result is null)
        {
            Tally.Strays++;
            return;
        }

        if (call.Kind == CommandKind.PcpuGetVmAreas)
        {
            TakePercpu(call);
            return;
        }

        Result.WasFilledLater = call.Kind == CommandKind.VmallocAreaInner;
        Result.Product = call.Signature.Product;
        Result.OutsideReference = true;
        Result.Asked = Result.Product == Product.Block ? asked : new Asked(
            call.Size, 1, Gfp.Kernel, Profile.Granted(call), call.Node, Caller.Site, false);
        Touch(Result);
    }
}
