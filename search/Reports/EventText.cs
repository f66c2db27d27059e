// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>
/// The events of a step, one a line in their order; runs of pages and of translations are joined.
/// Frames are numbered by first use.
/// </summary>
public sealed class EventText(Machine machine, FrameNames frames)
{
    const int RunsRead = 6;

    readonly AddressText addresses = new(machine);
    readonly ulong pointerBytes = (ulong)machine.PointerBytes;

    /// <summary>
    /// For a reader: of a list of frames, the first runs alone, and lines that come again and again
    /// once. What is compared needs them all.
    /// </summary>
    public bool IsShortened { get; init; }

    /// <summary>Lines without indentation or line ends.</summary>
    public IReadOnlyList<string> Of(Step step)
    {
        ArgumentNullException.ThrowIfNull(step);
        List<string> lines = [];
        ReadOnlySpan<Event> events = step.Events;
        for (int first = 0; first < events.Length;)
        {
            int last = first;
            while (last + 1 < events.Length && Continues(events[last], events[last + 1]))
            {
                last++;
            }

            lines.Add(Line(events[first..(last + 1)]));
            first = last + 1;
        }

        return IsShortened ? RepeatedLines.Folded(lines) : lines;
    }

    bool Continues(Event e, Event next) => (e.Kind, next.Kind) switch
    {
        (EventKind.Lock, EventKind.Unlock) => e.LockKind == next.LockKind,
        (EventKind.PageAlloc, EventKind.PageAlloc) => e.Gfp == next.Gfp && e.Node == next.Node,
        (EventKind.PageFree, EventKind.PageFree) => true,
        (EventKind.PteSet, EventKind.PteSet) or (EventKind.TlbFill, EventKind.TlbFill) =>
            next.Address == e.Address + machine.PageSize && e.Prot == next.Prot
            && e.Node == next.Node && AreAlike(e, next),
        (EventKind.UserInsert, EventKind.UserInsert) =>
            next.Address == e.Address + machine.PageSize,
        (EventKind.PteClear, EventKind.PteClear) =>
            next.Address == e.Address + machine.PageSize && AreAlike(e, next),
        _ => false,
    };

    /// <summary>Both pages are memory, or one behind the other of a device.</summary>
    bool AreAlike(Event e, Event next) => machine.IsDevice(e.Id)
        ? next.Id == e.Id + 1 : !machine.IsDevice(next.Id);

    string Line(ReadOnlySpan<Event> run)
    {
        Event e = run[0];
        return e.Kind switch
        {
            EventKind.SlabAlloc => $"kmalloc {Slab(e)} {TraceWords.Of(e.Gfp)}{Node(e)}",
            EventKind.SlabFail => $"kmalloc {Slab(e)} {TraceWords.Of(e.Gfp)}{Node(e)}: failed",
            EventKind.SlabFree => $"kfree {Slab(e)}",
            EventKind.PageAlloc => $"alloc_page {Frames(run)} {TraceWords.Of(e.Gfp)}{Node(e)}",
            EventKind.PageFail => $"alloc_page {TraceWords.Of(e.Gfp)}{Node(e)}: failed",
            EventKind.PageFree => $"__free_page {Frames(run)}",
            EventKind.TableAlloc => $"{Level(e)} table for {At(e)} {TraceWords.Of(e.Gfp)}",
            EventKind.TableFail =>
                $"{Level(e)} table for {At(e)} {TraceWords.Of(e.Gfp)}: failed",
            EventKind.PteSet => $"set_pte {Run(run)} to {Mapped(run)}, {e.Prot}",
            EventKind.PteClear => $"clear_pte {Run(run)} from {Mapped(run)}",
            EventKind.TlbFill => $"cpu {e.Node} loads {Run(run)} to {Mapped(run)}",
            EventKind.TlbEvict => $"cpu {e.Node} evicts {At(e)}",
            EventKind.TlbFlush => $"flush_tlb_kernel_range {Range(e)}",
            EventKind.CacheFlushMap => $"flush_cache_vmap {Range(e)}",
            EventKind.CacheFlushUnmap => $"flush_cache_vunmap {Range(e)}",
            EventKind.FrameWritten => $"{frames.Of(e.Id)} now holds 0x{e.Bytes:x}",
            EventKind.UserInsert => $"user space gets {Frames(run)} at +0x{e.Address:x}",
            EventKind.Lock when run.Length > 1 => $"lock and unlock {Name(e.LockKind)}",
            EventKind.Lock => $"lock {Name(e.LockKind)}",
            EventKind.Unlock => $"unlock {Name(e.LockKind)}",
            EventKind.Warn => $"WARN {ResultText.Of(e, addresses)}",
            EventKind.ListRead => "another task reads /proc/vmallocinfo",
            EventKind.NoVaSpace => $"message: no address space for {SizeText.Of(e.Bytes)}",
            _ => AreaLine(e) ?? KmemleakLine(e),
        };
    }

    string? AreaLine(Event e) => e.Kind switch
    {
        EventKind.AreaReserve => $"vmap_area {Range(e)} reserved",
        EventKind.AreaLazy => $"vmap_area {At(e)} lazily freed",
        EventKind.AreaRelease => $"vmap_area {Range(e)} released",
        EventKind.VmInsert =>
            $"vmlist gains {At(e)}, {SizeText.Of(e.Bytes)}, {TraceWords.Of(e.Flags)}",
        EventKind.VmUnlink => $"vmlist loses {At(e)}",
        EventKind.VmFlagsSet => $"vm_struct {At(e)}: flags = {TraceWords.Of(e.Flags)}",
        EventKind.VmPagesCounted => $"vm_struct {At(e)}: nr_pages = {e.Bytes}",
        EventKind.VmPagesSet => e.Id < 0
            ? $"vm_struct {At(e)}: pages = {addresses.Short(e.End)}"
            : $"vm_struct {At(e)}: pages = slab",
        EventKind.VmCallerSet => $"vm_struct {At(e)}: caller = {(Caller)e.Id}",
        _ => BlockLine(e),
    };

    string? BlockLine(Event e) => e.Kind switch
    {
        EventKind.VbInsert => $"vmap_block {Range(e)} of cpu {e.Node}",
        EventKind.VbRemove => $"vmap_block {At(e)} ends",
        EventKind.VbQueue => $"vmap_block {At(e)} on the queue of cpu {e.Node}",
        EventKind.VbUnqueue => $"vmap_block {At(e)} off the queue of cpu {e.Node}",
        EventKind.VbTake =>
            $"{Range(e)} handed out, {SizeText.Pages((ulong)e.Id)} of the block left",
        EventKind.VbGive =>
            $"{Range(e)} given back, {SizeText.Pages((ulong)e.Id)} of the block dirty",
        _ => null,
    };

    string KmemleakLine(Event e) => e.Kind switch
    {
        EventKind.KmemleakAlloc => $"kmemleak_alloc {At(e)}, {e.Bytes} bytes, min_count {e.Id}",
        EventKind.KmemleakFree => $"kmemleak_free {At(e)}, {e.Bytes} bytes",
        EventKind.KmemleakUnknown => $"kmemleak_free {At(e)}: no such object",
        EventKind.KmemleakAlias =>
            $"kmemleak_free {At(e)}: found object {addresses.Short(e.End)} by alias",
        EventKind.KmemleakRefused => $"kmemleak_alloc {At(e)}: exists already, kmemleak is off",
        EventKind.KmemleakReport => $"kmemleak reports {At(e)}",
        _ => e.Kind.ToString(),
    };

    string At(Event e) => addresses.Short(e.Address);

    string Range(Event e) => $"{addresses.Short(e.Address)}-{addresses.End(e.End)}";

    static string Node(Event e) => e.Node < 0 ? "" : $", node {e.Node}";

    static string Level(Event e) => e.Level.ToString().ToLowerInvariant();

    static string Name(KernelLock kind) => kind switch
    {
        KernelLock.VmapArea => "vmap_area_lock",
        KernelLock.Vmlist => "vmlist_lock",
        KernelLock.Purge => "purge_lock",
        KernelLock.VmapBlock => "vmap_block.lock",
        KernelLock.VmapBlockQueue => "vmap_block_queue.lock",
        KernelLock.VmapBlockTree => "vmap_block_tree_lock",
        KernelLock.Preemption => "preemption",
        _ => "init_mm.page_table_lock",
    };

    string Slab(Event e) => e.Slab switch
    {
        SlabKind.Vm => "vm_struct",
        SlabKind.Va => "vmap_area",
        SlabKind.Misc => $"array of {e.Bytes / pointerBytes} percpu pointers",
        SlabKind.VmapBlock => "vmap_block",
        SlabKind.RadixNode => "radix_tree_node",
        SlabKind.Other => $"object of {e.Bytes} bytes",
        _ => $"pages[{e.Bytes / pointerBytes}]",
    };

    string Run(ReadOnlySpan<Event> run) =>
        $"{addresses.Short(run[0].Address)}-"
        + addresses.End(unchecked(run[^1].Address + machine.PageSize));

    /// <summary>What translations lead to; of a device with its physical address.</summary>
    string Mapped(ReadOnlySpan<Event> run) => !machine.IsDevice(run[0].Id) ? Frames(run)
        : $"device {Frames(run)} at 0x{(ulong)run[0].Id << machine.PageShift:x}";

    string Frames(ReadOnlySpan<Event> run)
    {
        List<int> ids = [];
        foreach (Event e in run)
        {
            ids.Add(e.Id);
        }

        FrameRuns runs = frames.Runs(ids);
        return IsShortened ? runs.Shortened(RunsRead) : runs.ToString();
    }
}
