// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Properties;

/// <summary>
/// A per-CPU block of a script, and the calls that take parts of it and give them back. The frames
/// of every part are the first that the caller took.
/// </summary>
sealed class ScriptedBlock
{
    public const int Pages = 8;

    readonly Script script;
    int taken;
    int dirty;

    /// <summary>A script that begins with the caller's frames, on a machine of small blocks.
    /// </summary>
    public ScriptedBlock(Script script, int offset = 0)
    {
        this.script = script;
        script.Machine = script.Machine with { VmapBlockPages = Pages };
        Start = script.Machine.Start + ((ulong)offset * Page);
        if (script.Trace.Commands.Count == 0)
        {
            script.Take(4);
        }
    }

    public ulong Start { get; }

    ulong End => Start + (Pages * Page);

    ulong Page => script.Machine.PageSize;

    (int Vb, int Va) Objects { get; set; } = (-1, -1);

    /// <summary>A vm_map_ram that makes the block, and takes its first part.</summary>
    public void MapFirst(int pages, int part)
    {
        ScriptedStep step = Call(pages);
        Insert(step);
        Map(step, pages, part);
    }

    /// <summary>A vm_map_ram that takes the next part, or another in its place.</summary>
    public void Map(int pages, int part, int? at = null)
    {
        ScriptedStep step = Call(pages);
        Map(step, pages, part, at);
    }

    /// <summary>A vm_map_ram whose table cannot be had.</summary>
    public void FailToMap(int pages)
    {
        ScriptedStep step = Call(pages);
        Insert(step);
        Take(step, pages, null);
        step.Add(
            EventKind.TableFail, Start, detail: (byte)TableLevel.Pud, gfp: Gfp.Kernel | Gfp.Zero);
        step.Add(EventKind.CacheFlushMap, Start, Start + ((ulong)pages * Page));
        Give(step, 0, pages);
        step.Outcome = Outcome.Pointer(0);
    }

    /// <summary>The vm_unmap_ram of what the command of this name mapped.</summary>
    public ScriptedStep Unmap(int name, int at, int pages)
    {
        ScriptedStep step = script.Call(CommandKind.VmUnmapRam, Operand.Named(name));
        Give(step, at, pages);
        step.Outcome = Outcome.Void;
        return step;
    }

    /// <summary>The block leaves its tree, and its range waits for a purge.</summary>
    public void Remove(ScriptedStep step)
    {
        step.Add(EventKind.VbRemove, Start, End, id: Objects.Vb);
        step.Add(EventKind.AreaLazy, Start);
    }

    public void FreeDescriptor(ScriptedStep step) =>
        step.Add(EventKind.SlabFree, id: Objects.Vb);

    /// <summary>vm_unmap_aliases: these pages are cleared, and flushed.</summary>
    public void UnmapAliases(params int[] pages)
    {
        ScriptedStep step = script.Call(CommandKind.VmUnmapAliases);
        Clear(step, pages);
        step.Add(EventKind.Lock, detail: (byte)KernelLock.Purge);
        Flush(step);
        step.Add(EventKind.Unlock, detail: (byte)KernelLock.Purge);
    }

    /// <summary>vm_unmap_aliases, at which the block goes as nothing of it is handed out.</summary>
    public void Retire(params int[] pages)
    {
        ScriptedStep step = script.Call(CommandKind.VmUnmapAliases);
        step.Add(EventKind.Lock, detail: (byte)KernelLock.Purge);
        step.Add(EventKind.VbUnqueue, Start);
        Remove(step);
        Clear(step, pages);
        Flush(step);
        step.Add(EventKind.Lock, detail: (byte)KernelLock.VmapArea);
        step.Add(EventKind.AreaRelease, Start, End);
        step.Add(EventKind.Unlock, detail: (byte)KernelLock.VmapArea);
        step.Add(EventKind.Unlock, detail: (byte)KernelLock.Purge);
        FreeDescriptor(step);
        step.Add(EventKind.SlabFree, id: Objects.Va);
    }

    ScriptedStep Call(int pages) => script.Produce(new(CommandKind.VmMapRam)
    {
        Pages = [new(Operand.Named(0), 0, pages)],
    });

    void Insert(ScriptedStep step)
    {
        int vb = script.Slab(step, SlabKind.VmapBlock, Gfp.Kernel, 0);
        int va = script.Slab(step, SlabKind.Va, Gfp.Kernel, 0);
        Objects = (vb, va);
        step.Add(EventKind.Lock, detail: (byte)KernelLock.VmapArea);
        step.Add(EventKind.AreaReserve, Start, End, va);
        step.Add(EventKind.Unlock, detail: (byte)KernelLock.VmapArea);
        step.Add(EventKind.VbInsert, Start, End, id: vb);
        step.Add(EventKind.VbQueue, Start);
    }

    void Map(ScriptedStep step, int pages, int part, int? at = null)
    {
        ulong start = Take(step, part, at);
        Scripted mapped = new(
            -1, start, start + ((ulong)(pages + 1) * Page), [.. Enumerable.Range(0, pages)],
            (-1, -1, -1));
        script.Map(step, mapped, Pgprot.Kernel, Gfp.Kernel);
        step.Outcome = Outcome.Pointer(start);
    }

    ulong Take(ScriptedStep step, int part, int? at)
    {
        ulong start = Start + ((ulong)(at ?? taken) * Page);
        taken += at is null ? part : 0;
        step.Add(EventKind.VbTake, start, start + ((ulong)part * Page), id: Pages - taken);
        if (taken == Pages)
        {
            step.Add(EventKind.VbUnqueue, Start);
        }

        return start;
    }

    void Give(ScriptedStep step, int at, int pages)
    {
        ulong start = Start + ((ulong)at * Page);
        ulong end = start + ((ulong)pages * Page);
        dirty += pages;
        step.Add(EventKind.CacheFlushUnmap, start, end);
        step.Add(EventKind.VbGive, start, end, id: dirty);
    }

    void Clear(ScriptedStep step, int[] pages)
    {
        foreach (int page in pages)
        {
            step.Add(EventKind.PteClear, Start + ((ulong)page * Page), id: 0);
        }
    }

    void Flush(ScriptedStep step) => step.Add(
        EventKind.TlbFlush, Start, End, id: (1 << script.Machine.Online) - 1);
}
