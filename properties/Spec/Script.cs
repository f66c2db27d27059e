// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Properties;

/// <summary>A block, mapping or area of a script: where it lies and what it is made of.</summary>
/// <param name="Objects">Slab ids: vm_struct, vmap_area, pages array (-1: none).</param>
sealed record Scripted(
    int Name, ulong Start, ulong End, int[] Frames, (int Vm, int Va, int Array) Objects)
{
    /// <summary>The area that holds the pages array; null when the slab does.</summary>
    public Scripted? Nested { get; init; }
}

/// <summary>
/// A run written down by hand: commands, and event by event what a correct 2.6.32 (or 2.6.37) does
/// in each. Areas are laid one after another, frames and objects are never used twice unless asked.
/// </summary>
sealed partial class Script
{
    public const Gfp Plain = Gfp.Kernel | Gfp.Highmem;

    readonly List<Command> commands = [];
    readonly List<ScriptedStep> steps = [];
    readonly HashSet<(TableLevel, ulong)> tables = [];
    ulong cursor;
    int nextFrame;
    int nextObject;

    public Machine Machine { get; set; } = new() { Name = "script" };

    public Era Era { get; set; } = Era.V2632;

    public DefectMode Mode { get; set; } = DefectMode.Fixed;

    /// <summary>
    /// Bytes of the largest pages array taken from the slab; null: a page, as it should be.
    /// </summary>
    public ulong? LargestSlabArray { get; set; }

    /// <summary>Contents that differ from what the events amount to.</summary>
    public Dictionary<int, ulong> Contents { get; } = [];

    /// <summary>What the walk shows wrongly; null: nothing.</summary>
    public Action<Picture>? WalkMistake { get; set; }

    /// <summary>What the boot does with the areas registered before it.</summary>
    public ScriptedStep Boot { get; } = new();

    public ScriptedStep this[int index] => steps[index];

    public ScriptedStep Last => steps[^1];

    public Trace Trace => new(Machine, Era, Mode, commands);

    ulong Page => Machine.PageSize;

    /// <summary>Adds a command, and a step in which nothing happens yet.</summary>
    public ScriptedStep Call(Command command)
    {
        commands.Add(command);
        steps.Add(new ScriptedStep());
        return Last;
    }

    public ScriptedStep Call(CommandKind kind, Operand pointer = default) =>
        Call(new Command(kind) { Pointer = pointer });

    /// <summary>Forgets all calls and writes others.</summary>
    public void Rewrite(Action<Script> write)
    {
        commands.Clear();
        steps.Clear();
        tables.Clear();
        cursor = 0;
        nextFrame = nextObject = 0;
        write(this);
    }

    /// <summary>Adds a call that produces something under the next free name.</summary>
    public ScriptedStep Produce(Command command) => Call(command with { Name = commands.Count });

    /// <summary>The caller takes frames of its own.</summary>
    public int[] Take(int count)
    {
        ScriptedStep step = Produce(new Command(CommandKind.Take) { Count = (ulong)count });
        int[] taken = [.. Enumerable.Range(nextFrame, count)];
        nextFrame += count;
        foreach (int frame in taken)
        {
            step.Add(EventKind.PageAlloc, id: frame, node: -1, gfp: Gfp.Kernel | Gfp.Zero);
        }

        step.Outcome = Outcome.Number(count);
        return taken;
    }

    /// <summary>Frees a block, mapping or area; its pages only when they are its own.</summary>
    public void Free(CommandKind kind, Scripted block, bool ownsPages)
    {
        ScriptedStep step = Call(kind, Operand.Named(block.Name));
        Free(step, block, ownsPages, isBlock: kind == CommandKind.Vfree);
    }

    public void Vfree(Scripted block) => Free(CommandKind.Vfree, block, ownsPages: true);

    /// <summary><c>vm_unmap_aliases</c>, which purges what was freed before.</summary>
    public void UnmapAliases(params Scripted[] freed) =>
        Purge(Call(CommandKind.VmUnmapAliases), freed);

    /// <summary>A purge: entries cleared, TLBs flushed once, ranges released.</summary>
    public void Purge(ScriptedStep step, params Scripted[] freed)
    {
        step.Add(EventKind.Lock, detail: (byte)KernelLock.Purge);
        foreach (Scripted area in freed)
        {
            ClearEntries(step, area, Era == Era.V2632);
        }

        if (freed.Length > 0)
        {
            step.Add(
                EventKind.TlbFlush, freed.Min(area => area.Start), freed.Max(area => area.End),
                id: (1 << Machine.Online) - 1);
        }

        foreach (Scripted area in freed)
        {
            step.Add(EventKind.Lock, detail: (byte)KernelLock.VmapArea);
            step.Add(EventKind.AreaRelease, area.Start, area.End);
            step.Add(EventKind.Unlock, detail: (byte)KernelLock.VmapArea);
        }

        step.Add(EventKind.Unlock, detail: (byte)KernelLock.Purge);
        foreach (Scripted area in freed)
        {
            step.Add(EventKind.SlabFree, id: area.Objects.Va);
        }
    }

    /// <summary>A call that reads vmlist, under its lock.</summary>
    public ScriptedStep Look(Command command)
    {
        ScriptedStep step = Call(command);
        step.Add(EventKind.Lock, detail: (byte)KernelLock.Vmlist);
        step.Add(EventKind.Unlock, detail: (byte)KernelLock.Vmlist);
        return step;
    }

    /// <summary>Takes an area off vmlist and flushes the cache over it.</summary>
    public static void Unlink(ScriptedStep step, ulong start, ulong end)
    {
        step.Add(EventKind.Lock, detail: (byte)KernelLock.Vmlist);
        step.Add(EventKind.VmUnlink, start);
        step.Add(EventKind.Unlock, detail: (byte)KernelLock.Vmlist);
        step.Add(EventKind.CacheFlushUnmap, start, end);
    }

    /// <summary>Gives back what an area is made of, in the order of <c>__vunmap</c>.</summary>
    public void Free(ScriptedStep step, Scripted block, bool ownsPages, bool isBlock)
    {
        if (isBlock)
        {
            step.Add(EventKind.KmemleakFree, block.Start);
        }

        Unlink(step, block.Start, block.End);
        ClearEntries(step, block, Era == Era.V2637);
        step.Add(EventKind.AreaLazy, block.Start);
        foreach (int frame in ownsPages ? block.Frames : [])
        {
            step.Add(EventKind.PageFree, id: frame);
        }

        if (block.Nested is { } nested)
        {
            Free(step, nested, ownsPages: true, isBlock: true);
        }

        if (block.Objects.Array >= 0)
        {
            step.Add(EventKind.SlabFree, id: block.Objects.Array);
        }

        step.Add(EventKind.SlabFree, id: block.Objects.Vm);
    }

    void ClearEntries(ScriptedStep step, Scripted area, bool now)
    {
        for (int page = 0; now && page < area.Frames.Length; page++)
        {
            step.Add(
                EventKind.PteClear, area.Start + ((ulong)page * Page), id: area.Frames[page]);
        }
    }
}
