// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

public sealed partial class Ledger
{
    const Gfp Reclaim = Gfp.Wait | Gfp.High | Gfp.Io | Gfp.Fs | Gfp.Nofail;

    Area? primary;
    Asked asked;
    Gfp callGfp;
    int callNode;
    ulong lazyPeak;
    bool purgeOpen;
    int flushesInPurge;

    /// <summary>Prepares for a step: what the call is about, before anything changes.</summary>
    internal void Begin(Step step)
    {
        Step = step;
        Tally.Clear();
        reported.Clear();
        ForgetGone();
        touchedAreas.Clear();
        touchedFrames.Clear();
        touchedPages.Clear();
        touchedTables.Clear();
        Result = primary = filling = null;
        (purgeOpen, flushesInPurge) = (false, 0);
        FirstStray = -1;
        Happened = Upon.Anything;
        Call call = step.Call;
        bool block = call.Signature.Product == Product.Block;
        asked = block ? Asked.By(call, Machine) : default;
        bool direct = call.Kind is CommandKind.GetVmAreaNode or CommandKind.PcpuGetVmAreas;
        callGfp = block ? asked.Gfp : direct ? call.Gfp : Gfp.Kernel;
        callNode = block ? asked.Node : direct ? call.Node
            : call.Kind == CommandKind.VmMapRam ? NodeOfRam(call) : -1;
        cacheStart = cacheEnd = 0;
        writeCursor = call.Address;
        lazyPeak = LazyCount;
        BeginBlocks();
        Subject = !call.Signature.Takes(Param.Pointer) ? null : AreaFrom(
            call.Kind == CommandKind.Iounmap ? call.Address & ~Machine.PageMask : call.Address);
        SubjectFrames = SubjectObjects = 0;
        for (Area? area = Subject; area is not null; area = area.Nested)
        {
            SubjectFrames += area.OwnedFrames;
            SubjectObjects += area.ArrayObject >= 0 ? 2 : area.IsEarly ? 0 : 1;
        }

        BeginPercpu(call);
        if (call.Kind == CommandKind.VmallocAreaInner
            && Subject is { HadDescriptor: true } reserved)
        {
            primary = reserved;
            asked = asked with
            {
                Size = reserved.VmSize - Machine.PageSize, Gfp = call.Gfp, Prot = call.Prot,
            };
            callGfp = call.Gfp;
        }
    }

    /// <summary>Takes in the events of the step, then what it returned.</summary>
    internal void Fold()
    {
        ulong happened = Happened;
        ReadOnlySpan<Event> events = Step.Events;
        for (int at = 0; at < events.Length; at++)
        {
            ref readonly Event e = ref events[at];
            ulong kind = 1UL << (int)e.Kind;
            happened |= kind;
            Tally.Changes += (quiet & kind) != 0 ? 0 : 1;
            if ((indexing & kind) == 0 || IsSound(in e))
            {
                Fold(in e);
            }
            else
            {
                Tally.Strays++;
            }

            FirstStray = FirstStray < 0 && Tally.Strays > 0 ? at : FirstStray;
        }

        Happened = happened;
        TakeResult();
    }

    /// <summary>
    /// Events that change nothing: warnings, locks, look-ups, what a TLB remembers.
    /// </summary>
    static readonly ulong quiet = Upon.Bits([
        EventKind.Warn, EventKind.Lock, EventKind.Unlock, EventKind.KmemleakUnknown,
        EventKind.KmemleakAlias, EventKind.KmemleakReport, EventKind.TlbFill,
        EventKind.TlbEvict, EventKind.UserInsert, EventKind.ListRead]);

    /// <summary>Events whose numbers index a table of ours.</summary>
    static readonly ulong indexing = Upon.Bits([
        EventKind.SlabAlloc, EventKind.PageAlloc, EventKind.PageFree, EventKind.PteSet,
        EventKind.FrameWritten, EventKind.TlbFill, EventKind.Lock, EventKind.Unlock,
        EventKind.TableAlloc, EventKind.VbInsert, EventKind.VbQueue]);

    /// <summary>Object ids are small numbers that a target uses again.</summary>
    const int MostObjects = 1 << 24;

    /// <summary>
    /// Whether the numbers of an event are such that a correct target could report it.
    /// </summary>
    bool IsSound(in Event e) => e.Kind switch
    {
        EventKind.SlabAlloc => e.Id is >= 0 and < MostObjects,
        EventKind.PageAlloc => HasFrame(e.Id) && e.Node < Machine.Nodes,
        EventKind.PageFree => HasFrame(e.Id),
        EventKind.PteSet or EventKind.FrameWritten => IsMappable(e.Id),
        EventKind.TlbFill => IsMappable(e.Id) && e.Node >= 0 && e.Node < Machine.Cpus,
        EventKind.Lock or EventKind.Unlock => e.Detail < locks.Length,
        EventKind.TableAlloc => e.Level <= TableLevel.User,
        EventKind.VbInsert or EventKind.VbQueue => e.Node >= 0 && e.Node < Machine.Cpus,
        _ => true,
    };

    void Fold(in Event e)
    {
        switch (e.Kind)
        {
            case <= EventKind.TableFail: FoldAllocation(in e); break;
            case <= EventKind.VmCallerSet: FoldArea(in e); break;
            case <= EventKind.TlbEvict: FoldTranslation(in e); break;
            case >= EventKind.VbInsert and <= EventKind.VbGive: FoldBlock(in e); break;
            default: FoldRest(in e); break;
        }
    }

    void FoldAllocation(in Event e)
    {
        switch (e.Kind)
        {
            case EventKind.SlabAlloc: SlabAlloc(in e); break;
            case EventKind.SlabFree: SlabFree(in e); break;
            case EventKind.PageAlloc: PageAlloc(in e); break;
            case EventKind.PageFree: PageFree(in e); break;
            case EventKind.TableAlloc: TableAlloc(in e); break;
            default:
                Tally.Failures++;
                Judge(in e);
                break;
        }
    }

    void FoldArea(in Event e)
    {
        switch (e.Kind)
        {
            case EventKind.AreaReserve: AreaReserve(in e); break;
            case EventKind.AreaLazy: AreaLazy(in e); break;
            case EventKind.AreaRelease: AreaRelease(in e); break;
            case EventKind.VmInsert: VmInsert(in e); break;
            case EventKind.VmUnlink: VmUnlink(in e); break;
            case EventKind.VmPagesSet: VmPagesSet(in e); break;
            default: VmChange(in e); break;
        }
    }

    void FoldTranslation(in Event e)
    {
        switch (e.Kind)
        {
            case EventKind.PteSet: PteSet(in e); break;
            case EventKind.PteClear: PteClear(in e); break;
            case EventKind.TlbFlush: TlbFlush(in e); break;
            case EventKind.TlbFill: TlbFill(in e); break;
            default: TlbDrop(e.Node, e.Address); break;
        }
    }

    void FoldRest(in Event e)
    {
        switch (e.Kind)
        {
            case EventKind.CacheFlushMap: CacheFlushMap(in e); break;
            case EventKind.CacheFlushUnmap: CacheFlushUnmap(in e); break;
            case EventKind.KmemleakAlloc: KmemleakAlloc(in e); break;
            case EventKind.KmemleakFree: KmemleakFree(in e); break;
            case EventKind.KmemleakRefused: KmemleakEnabled = false; break;
            case EventKind.KmemleakReport: reported.Add(e.Address); break;
            case EventKind.Lock: Lock(in e); break;
            case EventKind.Unlock: Tally.LockMistakes += --locks[e.Detail] == 0 ? 0 : 1; break;
            case EventKind.Warn: Tally.Warnings++; break;
            case EventKind.NoVaSpace: NoVaSpace(in e); break;
            case EventKind.FrameWritten: FrameWritten(in e); break;
            case EventKind.ListRead: ListRead(); break;
            default: break;
        }
    }

    void Lock(in Event e)
    {
        Tally.LockMistakes += locks[e.Detail]++ == 0 ? 0 : 1;
        Tally.VmlistLocks += e.LockKind == KernelLock.Vmlist ? 1 : 0;
        Tally.UnlockedTables -= e.LockKind == KernelLock.PageTable ? 1 : 0;
        if (e.LockKind == KernelLock.Purge)
        {
            (purgeOpen, flushesInPurge) = (false, 0);
        }
    }

    /// <summary>Holds an allocation against what the caller allowed.</summary>
    void Judge(in Event e)
    {
        bool gains = (e.Gfp & Reclaim & ~callGfp) != 0;
        switch (e.Kind)
        {
            case EventKind.TableAlloc or EventKind.TableFail:
                Tally.TableGfpGains += gains ? 1 : 0;
                Tally.ZoneLeaks += (e.Gfp & Gfp.Zones) != 0 ? 1 : 0;
                Tally.NotZeroed += (e.Gfp & Gfp.Zero) == 0 ? 1 : 0;
                return;
            case EventKind.SlabAlloc or EventKind.SlabFail:
                Tally.OtherFailures +=
                    e is { Kind: EventKind.SlabFail, Slab: SlabKind.Other } ? 1 : 0;
                Tally.ZoneLeaks += (e.Gfp & Gfp.Zones) != 0 ? 1 : 0;
                Tally.NotZeroed += (e.Gfp & Gfp.Zero) == 0 && IsReadAsItComes(e.Slab) ? 1 : 0;
                break;
            default:
                bool nested = filling is not null && filling != primary;
                Tally.ZoneLeaks += nested && (e.Gfp & (Gfp.Dma | Gfp.Dma32)) != 0 ? 1 : 0;
                Tally.NotZeroed += nested && (e.Gfp & Gfp.Zero) == 0 ? 1 : 0;
                Gfp wanted = Profile.PagesDoNotWarn ? callGfp | Gfp.Nowarn : callGfp;
                Tally.GfpChanges += !nested && e.Gfp != wanted ? 1 : 0;
                break;
        }

        Tally.GfpGains += gains ? 1 : 0;
        Tally.GfpLosses += (callGfp & Reclaim & ~e.Gfp) != 0 ? 1 : 0;
        bool isNodes = e is { Kind: EventKind.SlabAlloc or EventKind.SlabFail, Slab: SlabKind.RadixNode };
        Tally.NodeChanges += callNode >= 0 && e.Node != callNode && !isNodes ? 1 : 0;
    }

    /// <summary>
    /// Objects that nobody fills before they are looked at; of a percpu group that is all of them.
    /// </summary>
    bool IsReadAsItComes(SlabKind kind) => kind is SlabKind.Vm or SlabKind.Array
        || (Step.Call.Kind == CommandKind.PcpuGetVmAreas && kind is SlabKind.Va or SlabKind.Misc);

    /// <summary>A block lies where its CPU does, whatever is asked.</summary>
    int NodeOfRam(Call call) => call.PageCount > Machine.VmapMaxAlloc
        ? call.Node : Machine.NodeOfCpu(call.Cpu);

    void PageAlloc(in Event e)
    {
        Judge(in e);
        Frame frame = Touch(e.Id);
        int node = Machine.NodeOfFrame(e.Id);
        if (e.Node >= 0 && node != e.Node && freeOfNode[e.Node] > 0)
        {
            Tally.NodeMisses++;
        }

        frame.Owners++;
        frame.Generation++;
        frame.OwnedSince = Step.Index;
        frame.StaleMaps = frame.LiveMaps;
        frame.HomeMaps = 0;
        frame.IsUsers = Step.Call.Kind == CommandKind.Take;
        frame.Area = filling;
        frame.Tag = (e.Gfp & Gfp.Zero) != 0 ? 0 : frame.Tag;
        freeOfNode[node]--;
        FramesOwned++;
        Tally.PagesTaken++;
        if (filling is not null)
        {
            filling.OwnedFrames++;
        }
    }

    void PageFree(in Event e)
    {
        Frame frame = Touch(e.Id);
        if (frame.Area is { } area)
        {
            Tally.EarlyPageFrees += area.IsLive ? 1 : 0;
            area.OwnedFrames--;
            area.Aliases -= frame.LiveMaps - frame.HomeMaps;
        }

        frame.Owners--;
        frame.Generation++;
        frame.OwnedSince = Step.Index;
        frame.Area = null;
        frame.IsUsers = false;
        frame.HomeMaps = frame.StaleMaps = 0;
        freeOfNode[Machine.NodeOfFrame(e.Id)]++;
        FramesOwned--;
        Tally.PagesFreed++;
    }

    Frame Touch(int number)
    {
        Frame frame = frames[number];
        if (frame.TouchedIn != Step.Index)
        {
            if (frame.TouchedIn < 0)
            {
                usedFrames.Add(frame);
            }

            frame.TouchedIn = Step.Index;
            touchedFrames.Add(frame);
        }

        return frame;
    }

    void Touch(Area area)
    {
        if (area.TouchedIn != Step.Index)
        {
            area.TouchedIn = Step.Index;
            touchedAreas.Add(area);
        }
    }

    void Touch(ulong start, out Area? area)
    {
        area = AreaFrom(start);
        if (area is null)
        {
            Tally.Strays++;
            return;
        }

        Touch(area);
    }
}
