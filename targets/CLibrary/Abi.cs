// SPDX-License-Identifier: GPL-2.0-only
using System.Runtime.InteropServices;
using Verification.Spec;

namespace Verification.Targets;

/// <summary>
/// The structs of <c>targets/include/vmcheck.h</c> that spec has no type for. Events, faults and
/// the entries of a walk are spec's own types, which lie in memory as C has them: a test holds it.
/// </summary>
static class Abi
{
    /// <summary>VMCHECK_ABI.</summary>
    public const uint Version = 3;

    /// <summary><c>struct vmcheck_profile</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct ProfileFacts
    {
        public nint Name;
        public int Reach;
        public int Era;
        public Facts Facts;
        public int KmemleakMinCount;
        public ulong EndSlack;
        public KnownDefects Known;
    }

    /// <summary>Bits of <c>vmcheck_profile.facts</c>.</summary>
    [Flags]
    public enum Facts : uint
    {
        None = 0,
        ClearsLazily = 1,
        FlushesLazily = 2,
        HasGuardPage = 4,
        TablesIgnoreGfp = 8,
        WarnsOfSizeZero = 16,
        VmapIsNotExecutable = 32,
        FindsByAnyAddress = 64,
        MixesKinds = 128,
        OnlyWaits = 256,
        HonoursNofail = 512,
        VreadNeedsAnArea = 1024,
        VreadReadsHoles = 2048,
        DirtyNeedsWrite = 4096,
        RemoveWantsPages = 8192,
        DefersFrees = 16384,
        LeavesNoGap = 32768,
        PagesDoNotWarn = 65536,
        All = 131071,
    }

    /// <summary><c>struct vmcheck_machine</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public unsafe struct MachineFacts
    {
        public ulong Start;
        public ulong End;
        public ulong Shmlba;
        public int PageShift;
        public fixed int LevelBits[4];
        public int TotalRam;
        public int Frames;
        public int Nodes;
        public int Cpus;
        public int Online;
        public int LazyMax;
        public byte RcuManual;
        public byte DebugPagealloc;
        public byte Dma32;
        public byte PrintsRateLimited;
        public int VmapBlockPages;
        public int LongBits;
        public int IntBits;
        public int EntryBits;

        public MachineFacts(Machine machine)
        {
            Start = machine.Start;
            End = machine.End;
            Shmlba = machine.Shmlba;
            PageShift = machine.PageShift;
            LevelBits[0] = machine.Levels.Pgd;
            LevelBits[1] = machine.Levels.Pud;
            LevelBits[2] = machine.Levels.Pmd;
            LevelBits[3] = machine.Levels.Pte;
            TotalRam = machine.TotalRam;
            Frames = machine.Frames;
            Nodes = machine.Nodes;
            Cpus = machine.Cpus;
            Online = machine.Online;
            LazyMax = machine.LazyMax;
            RcuManual = (byte)(machine.Rcu == RcuMode.Manual ? 1 : 0);
            DebugPagealloc = (byte)(machine.DebugPagealloc ? 1 : 0);
            Dma32 = (byte)(machine.Dma32 ? 1 : 0);
            PrintsRateLimited = (byte)(machine.PrintsRateLimited ? 1 : 0);
            VmapBlockPages = machine.VmapBlockPages;
            LongBits = machine.LongBits;
            IntBits = machine.IntBits;
            EntryBits = machine.EntryBits;
        }
    }

    /// <summary><c>struct vmcheck_counters</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public unsafe struct CounterValues
    {
        public long LazyPages;
        public int PagesInUse;
        public int RcuPending;
        public fixed int Tables[3];
    }

    /// <summary><c>struct vmcheck_step</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public unsafe struct StepMemory
    {
        public Fault Fault;
        public Fault AlsoFault;
        public fixed int Visits[3];
        public byte Fired;
        public int Cpu;
        public uint EventCapacity;
        public uint EventCount;
        public uint EventsLost;
        public uint LogCapacity;
        public uint LogLength;
        public Event* Events;
        public byte* Log;
        public byte* Bug;
        public ulong Extra;
        public CounterValues Counters;
        public Reading Reading;
        public uint TextCapacity;
        public uint TextLength;
        public byte* Text;
    }

    /// <summary>One list of <c>struct vmcheck_picture</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public unsafe struct ListMemory
    {
        public void* Entries;
        public uint Capacity;
        public uint Count;
    }

    /// <summary><c>struct vmcheck_picture</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct PictureMemory
    {
        public ListMemory Vmlist;
        public ListMemory VmapAreas;
        public ListMemory Translations;
        public ListMemory Tables;
        public ListMemory Tlb;
        public ListMemory Kmemleak;
        public ListMemory Objects;
        public ListMemory Frames;
        public byte KmemleakDisabled;
    }
}
