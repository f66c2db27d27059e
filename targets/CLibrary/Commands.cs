// SPDX-License-Identifier: GPL-2.0-only
using System.Runtime.InteropServices;
using Verification.Spec;

namespace Verification.Targets;

/// <summary>The commands of a library: one symbol each, called as vmcheck.h declares it.</summary>
sealed unsafe class Commands
{
    /// <summary>What the buffer of a vread, and the margin behind, hold before it.</summary>
    const byte Untouched = 0xee;

    readonly nint[] symbols = new nint[Signature.All.Count];
    readonly SharedStep shared;

    public Commands(nint library, SharedStep shared)
    {
        this.shared = shared;
        foreach (Signature row in Signature.All)
        {
            NativeLibrary.TryGetExport(
                library, $"vmcheck_{row.Name}", out symbols[(int)row.Kind]);
        }
    }

    /// <summary>Whether the library has this command.</summary>
    public bool Has(CommandKind kind) => symbols[(int)kind] != 0;

    /// <summary>Makes the call of a step; what it prints or reads goes into the step.</summary>
    public Outcome Run(Step step)
    {
        Call call = step.Call;
        nint symbol = symbols[(int)call.Kind];
        return symbol == 0 ? new Outcome(OutcomeKind.Unsupported) : call.Kind switch
        {
            <= CommandKind.VmallocAreaInner => Outcome.Pointer(Block(symbol, call)),
            <= CommandKind.RemoveVmArea => Area(symbol, call),
            <= CommandKind.VmallocToPage => Range(symbol, call),
            <= CommandKind.VmallocUsage => View(symbol, step),
            CommandKind.VmallocHuge => Outcome.Pointer(Block(symbol, call)),
            CommandKind.VmMapRam => Outcome.Pointer(MapRam(symbol, call)),
            CommandKind.VmUnmapRam or CommandKind.PcpuFreeVmAreas => UnmapRam(symbol, call),
            CommandKind.PcpuGetVmAreas => Outcome.Pointer(Percpu(symbol, call)),
            >= CommandKind.FindVmArea and <= CommandKind.SetIounmapNonlazy => Mapping(symbol, call),
            _ => Surroundings(symbol, call),
        };
    }

    static ulong Block(nint symbol, Call call) => call.Kind switch
    {
        CommandKind.VmallocNodeInner =>
            ((delegate* unmanaged<ulong, ulong, uint, ulong, int, ulong>)symbol)(
                call.Size, call.Align, (uint)call.Gfp, call.Prot.Bits, call.Node),
        CommandKind.VmallocInner => ((delegate* unmanaged<ulong, uint, ulong, ulong>)symbol)(
            call.Size, (uint)call.Gfp, call.Prot.Bits),
        CommandKind.VmallocAreaInner => ((delegate* unmanaged<ulong, uint, ulong, ulong>)symbol)(
            call.Address, (uint)call.Gfp, call.Prot.Bits),
        CommandKind.VmallocNode or CommandKind.VzallocNode =>
            ((delegate* unmanaged<ulong, int, ulong>)symbol)(call.Size, call.Node),
        _ => ((delegate* unmanaged<ulong, ulong>)symbol)(call.Size),
    };

    static Outcome Area(nint symbol, Call call)
    {
        switch (call.Kind)
        {
            case CommandKind.RemoveVmArea:
                long size = ((delegate* unmanaged<ulong, long>)symbol)(call.Address);
                return size < 0 ? new Outcome(OutcomeKind.NoPage) : Outcome.Number(size);
            case CommandKind.Vfree or CommandKind.Vunmap or CommandKind.FreeVmArea:
                ((delegate* unmanaged<ulong, void>)symbol)(call.Address);
                return Outcome.Void;
            default:
                return Outcome.Pointer(Reserve(symbol, call));
        }
    }

    static ulong Reserve(nint symbol, Call call)
    {
        fixed (int* pages = call.Pages)
        {
            return call.Kind switch
            {
                CommandKind.Vmap => ((delegate* unmanaged<int*, uint, uint, ulong, ulong>)symbol)(
                    pages, (uint)call.Count, (uint)call.Flags, call.Prot.Bits),
                CommandKind.GetVmAreaInner =>
                    ((delegate* unmanaged<ulong, uint, ulong, ulong, ulong>)symbol)(
                        call.Size, (uint)call.Flags, call.Start, call.End),
                CommandKind.GetVmAreaNode =>
                    ((delegate* unmanaged<ulong, uint, int, uint, ulong>)symbol)(
                        call.Size, (uint)call.Flags, call.Node, (uint)call.Gfp),
                CommandKind.GetVmArea => ((delegate* unmanaged<ulong, uint, ulong>)symbol)(
                    call.Size, (uint)call.Flags),
                _ => ((delegate* unmanaged<ulong, ulong>)symbol)(call.Size),
            };
        }
    }

    static ulong MapRam(nint symbol, Call call)
    {
        fixed (int* pages = call.Pages)
        {
            return ((delegate* unmanaged<int*, uint, int, ulong, ulong>)symbol)(
                pages, (uint)call.PageCount, call.Node, call.Prot.Bits);
        }
    }

    static Outcome UnmapRam(nint symbol, Call call)
    {
        ((delegate* unmanaged<ulong, uint, void>)symbol)(call.Address, (uint)call.Count);
        return Outcome.Void;
    }

    static ulong Percpu(nint symbol, Call call)
    {
        fixed (PercpuArea* areas = call.Areas)
        {
            return ((delegate* unmanaged<PercpuArea*, uint, ulong, uint, ulong>)symbol)(
                areas, (uint)call.AreaCount, call.Align, (uint)call.Gfp);
        }
    }

    Outcome Mapping(nint symbol, Call call)
    {
        switch (call.Kind)
        {
            case CommandKind.FindVmArea:
                long size = ((delegate* unmanaged<ulong, long>)symbol)(call.Address);
                return size < 0
                    ? new Outcome(OutcomeKind.NoPage) : Outcome.Number(size, shared.Extra);
            case CommandKind.RemapVmallocRange:
                return Outcome.Number(((delegate* unmanaged<ulong, ulong, ulong, int>)symbol)(
                    call.Address, call.Size, call.Count));
            case CommandKind.Ioremap:
                return Outcome.Pointer(
                    ((delegate* unmanaged<ulong, ulong, ulong>)symbol)(call.Phys, call.Size));
            case CommandKind.Iounmap:
                ((delegate* unmanaged<ulong, void>)symbol)(call.Address);
                return Outcome.Void;
            default:
                ((delegate* unmanaged<void>)symbol)();
                return Outcome.Void;
        }
    }

    Outcome Range(nint symbol, Call call)
    {
        switch (call.Kind)
        {
            case CommandKind.MapVmArea or CommandKind.MapKernelRangeNoflush:
                return Outcome.Number(Map(symbol, call), shared.Extra);
            case CommandKind.VmUnmapAliases:
                ((delegate* unmanaged<void>)symbol)();
                return Outcome.Void;
            case CommandKind.VmallocToPage:
                int frame = ((delegate* unmanaged<ulong, int>)symbol)(call.Address);
                return frame < 0
                    ? new Outcome(OutcomeKind.NoPage) : new Outcome(OutcomeKind.Page, (ulong)frame);
            default:
                ((delegate* unmanaged<ulong, ulong, void>)symbol)(call.Address, call.Size);
                return Outcome.Void;
        }
    }

    static int Map(nint symbol, Call call)
    {
        fixed (int* pages = call.Pages)
        {
            return call.Kind == CommandKind.MapVmArea
                ? ((delegate* unmanaged<ulong, ulong, int*, uint, int>)symbol)(
                    call.Address, call.Prot.Bits, pages, (uint)call.PageCount)
                : ((delegate* unmanaged<ulong, ulong, ulong, int*, uint, int>)symbol)(
                    call.Address, call.Size, call.Prot.Bits, pages, (uint)call.PageCount);
        }
    }

    Outcome View(nint symbol, Step step)
    {
        Call call = step.Call;
        Span<byte> buffer = new(shared.Buffer, SharedStep.BufferBytes);
        switch (call.Kind)
        {
            case CommandKind.Vread:
                return Read(symbol, step);
            case CommandKind.Vwrite:
                buffer[..(int)call.Size].Fill(call.Value);
                return Outcome.Number(Copy(symbol, call));
            case CommandKind.Vmallocinfo:
                ulong needed = ((delegate* unmanaged<byte*, ulong, ulong>)symbol)(
                    shared.Buffer, SharedStep.BufferBytes);
                AddText(step, buffer[..(int)Math.Min(needed, SharedStep.BufferBytes)]);
                return Outcome.Void;
            default:
                ulong used = ((delegate* unmanaged<ulong>)symbol)();
                return Outcome.Number(unchecked((long)used), shared.Extra);
        }
    }

    Outcome Read(nint symbol, Step step)
    {
        int size = (int)step.Call.Size;
        Span<byte> buffer = new(shared.Buffer, size + SharedStep.MarginBytes);
        buffer.Fill(Untouched);
        long read = Copy(symbol, step.Call);
        AddRuns(step, buffer[..size]);
        int beyond = buffer[size..].LastIndexOfAnyExcept(Untouched) + 1;
        return beyond == 0 ? Outcome.Number(read) : new Outcome(
            OutcomeKind.Bug, Bug: $"a vread of {size} bytes that wrote {beyond} beyond them");
    }

    long Copy(nint symbol, Call call) =>
        ((delegate* unmanaged<byte*, ulong, ulong, long>)symbol)(
            shared.Buffer, call.Address, call.Size);

    static void AddRuns(Step step, ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            int other = bytes.IndexOfAnyExcept(bytes[0]);
            int times = other < 0 ? bytes.Length : other;
            step.Bytes.Add((bytes[0], times));
            bytes = bytes[times..];
        }
    }

    internal static void AddText(Step step, ReadOnlySpan<byte> text)
    {
        foreach (byte letter in text)
        {
            step.Text.Append((char)letter);
        }
    }

    static Outcome Surroundings(nint symbol, Call call)
    {
        switch (call.Kind)
        {
            case CommandKind.Read:
                int loaded = ((delegate* unmanaged<ulong, int>)symbol)(call.Address);
                return loaded < 0
                    ? new Outcome(OutcomeKind.PageFault) : Outcome.Number(loaded);
            case CommandKind.Write:
                return ((delegate* unmanaged<ulong, byte, int>)symbol)(call.Address, call.Value) < 0
                    ? new Outcome(OutcomeKind.PageFault) : Outcome.Void;
            case CommandKind.Take:
                long taken = ((delegate* unmanaged<ulong, int, long>)symbol)(call.Count, call.Node);
                return taken < 0 ? new Outcome(OutcomeKind.NoPage) : Outcome.Number(taken);
            case CommandKind.GiveBack:
                GiveBack(symbol, call);
                return Outcome.Void;
            case CommandKind.Interrupt:
                ((delegate* unmanaged<int, void>)symbol)(call.Value);
                return Outcome.Void;
            case CommandKind.Drop:
                ((delegate* unmanaged<ulong, void>)symbol)(call.Address);
                return Outcome.Void;
            default:
                ((delegate* unmanaged<void>)symbol)();
                return Outcome.Void;
        }
    }

    static void GiveBack(nint symbol, Call call)
    {
        fixed (int* pages = call.Pages)
        {
            ((delegate* unmanaged<int*, uint, void>)symbol)(pages, (uint)call.PageCount);
        }
    }
}
