// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Properties;

sealed partial class Script
{
    /// <summary>An allocation of so many pages, under the name of its command.</summary>
    public Scripted Vmalloc(int pages, int? frame = null) =>
        Allocate(Sized(CommandKind.Vmalloc, pages), pages, frame: frame);

    public Command Sized(CommandKind kind, int pages) =>
        new(kind) { Size = (ulong)pages * Page };

    /// <summary>The steps of <c>__vmalloc_node</c> for a call that succeeds.</summary>
    public Scripted Allocate(
        Command command, int pages, Gfp gfp = Plain, Caller caller = Caller.Site,
        Pgprot? prot = null, int node = -1, int? frame = null, bool usermap = false)
    {
        ScriptedStep step = Produce(command);
        nextFrame = frame ?? nextFrame;
        Scripted block = Block(
            step, commands.Count - 1, pages, command.Size, gfp, caller, prot ?? Pgprot.Kernel,
            node);
        if (usermap)
        {
            SetFlags(step, block, VmFlags.Alloc | VmFlags.Usermap);
        }

        step.Outcome = Outcome.Pointer(block.Start);
        return block;
    }

    /// <summary><c>get_vm_area</c>: a range without pages.</summary>
    public Scripted Reserve(int pages, CommandKind kind = CommandKind.GetVmArea) =>
        Reserve(pages, kind, kind == CommandKind.AllocVmArea ? VmFlags.Ioremap : VmFlags.Map);

    /// <summary>A range with these flags; alloc_vm_area makes its tables.</summary>
    public Scripted Reserve(int pages, CommandKind kind, VmFlags flags)
    {
        ScriptedStep step = Produce(
            new Command(kind) { Size = (ulong)pages * Page, Flags = flags });
        Scripted area = Area(step, commands.Count - 1, pages, flags, Gfp.Kernel, -1);
        if (kind == CommandKind.AllocVmArea)
        {
            LinkTables(step, area.Start, Gfp.Kernel);
        }

        step.Outcome = Outcome.Pointer(area.Start);
        return area;
    }

    /// <summary><c>vmap</c> of frames that a <c>take</c> under this name gave.</summary>
    public Scripted Vmap(int taken, int[] frames)
    {
        ScriptedStep step = Produce(new Command(CommandKind.Vmap)
        {
            Pages = [new PageSlice(Operand.Named(taken), 0, frames.Length)],
            Count = (ulong)frames.Length,
            Flags = VmFlags.Map,
        });
        Scripted area = Area(step, commands.Count - 1, frames.Length, VmFlags.Map, Gfp.Kernel, -1)
            with
        { Frames = frames };
        Map(step, area, Pgprot.Kernel, Gfp.Kernel);
        step.Outcome = Outcome.Pointer(area.Start);
        return area;
    }

    /// <summary><c>ioremap</c> of so many pages of a device, from the first one on.</summary>
    public Scripted Ioremap(int pages)
    {
        ScriptedStep step = Produce(
            Sized(CommandKind.Ioremap, pages) with { Phys = Machine.DeviceStart });
        Scripted range =
            Area(step, commands.Count - 1, pages, VmFlags.Ioremap, Gfp.Kernel, -1) with
            {
                Frames = [.. Enumerable.Range(Machine.Frames, pages)],
            };
        Map(step, range, Pgprot.KernelIo, Gfp.Kernel);
        step.Outcome = Outcome.Pointer(range.Start);
        return range;
    }

    /// <summary>Writes the entries of a range, tables first where they are missing.</summary>
    public void Map(ScriptedStep step, Scripted area, Pgprot prot, Gfp tableGfp)
    {
        for (int page = 0; page < area.Frames.Length; page++)
        {
            ulong address = area.Start + ((ulong)page * Page);
            LinkTables(step, address, tableGfp);
            step.Add(EventKind.PteSet, address, id: area.Frames[page], bytes: prot.Bits);
        }

        step.Add(EventKind.CacheFlushMap, area.Start, area.End - Page);
    }

    /// <summary>Descriptor and range of an area, on vmlist; the cursor moves behind it.</summary>
    public Scripted Area(
        ScriptedStep step, int name, int pages, VmFlags flags, Gfp gfp, int node)
    {
        ulong start = cursor == 0 ? Machine.Start : cursor;
        ulong end = start + ((ulong)(pages + 1) * Page);
        cursor = end + Page;
        int vm = Slab(step, SlabKind.Vm, gfp, node);
        int va = Slab(step, SlabKind.Va, gfp, node);
        step.Add(EventKind.Lock, detail: (byte)KernelLock.VmapArea);
        step.Add(EventKind.AreaReserve, start, end, va);
        step.Add(EventKind.Unlock, detail: (byte)KernelLock.VmapArea);
        step.Add(EventKind.Lock, detail: (byte)KernelLock.Vmlist);
        step.Add(EventKind.VmInsert, start, id: vm, bytes: end - start, gfp: (Gfp)(uint)flags);
        step.Add(EventKind.Unlock, detail: (byte)KernelLock.Vmlist);
        return new Scripted(name, start, end, [], (vm, va, -1));
    }

    public int Slab(ScriptedStep step, SlabKind kind, Gfp gfp, int node, ulong bytes = 64)
    {
        Gfp zero = kind == SlabKind.Va ? gfp & Gfp.Zero : Gfp.Zero;
        step.Add(
            EventKind.SlabAlloc, id: nextObject, bytes: bytes, detail: (byte)kind, node: node,
            gfp: (gfp & Gfp.ReclaimMask) | zero);
        return nextObject++;
    }

    Scripted Block(
        ScriptedStep step, int name, int pages, ulong size, Gfp gfp, Caller caller, Pgprot prot,
        int node)
    {
        Scripted block = Area(step, name, pages, VmFlags.Alloc, gfp, node);
        step.Add(EventKind.VmPagesCounted, block.Start, bytes: (ulong)pages);
        ulong array = (ulong)(pages * Machine.PointerBytes);
        if (array > (LargestSlabArray ?? Page))
        {
            block = block with
            {
                Nested = Block(
                    step, -1, (int)((array + Page - 1) / Page), array,
                    (gfp & Gfp.ReclaimMask) | Gfp.Zero, caller, Pgprot.Kernel, node),
            };
            SetFlags(step, block, VmFlags.Alloc | VmFlags.Vpages);
            step.Add(EventKind.VmPagesSet, block.Start, block.Nested.Start, -1);
        }
        else
        {
            int id = Slab(step, SlabKind.Array, gfp, node, array);
            block = block with { Objects = block.Objects with { Array = id } };
            step.Add(EventKind.VmPagesSet, block.Start, id: id);
        }

        step.Add(EventKind.VmCallerSet, block.Start, id: (int)caller);
        block = block with { Frames = [.. Enumerable.Range(nextFrame, pages)] };
        nextFrame += pages;
        foreach (int frame in block.Frames)
        {
            step.Add(EventKind.PageAlloc, id: frame, node: node, gfp: gfp);
        }

        Map(step, block, prot, gfp);
        step.Add(EventKind.KmemleakAlloc, block.Start, id: 3, bytes: size, gfp: gfp);
        return block;
    }

    static void SetFlags(ScriptedStep step, Scripted block, VmFlags flags) =>
        step.Add(EventKind.VmFlagsSet, block.Start, gfp: (Gfp)(uint)flags);

    void LinkTables(ScriptedStep step, ulong address, Gfp gfp)
    {
        for (TableLevel level = 0; level <= TableLevel.Pte; level++)
        {
            if (!Machine.Levels.IsFolded(level))
            {
                LinkTable(step, level, address, gfp);
            }
        }
    }

    public void LinkTable(ScriptedStep step, TableLevel level, ulong address, Gfp gfp)
    {
        int shift = Machine.PageShift + Machine.Levels.Reach(level);
        ulong start = address >> shift << shift;
        if (tables.Add((level, start)))
        {
            step.Add(
                EventKind.TableAlloc, start, id: tables.Count, detail: (byte)level, node: -1,
                gfp: (gfp & Gfp.ReclaimMask) | Gfp.Zero);
            step.Add(EventKind.Lock, detail: (byte)KernelLock.PageTable);
            step.Add(EventKind.Unlock, detail: (byte)KernelLock.PageTable);
        }
    }
}
