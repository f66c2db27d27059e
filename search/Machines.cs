// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>
/// The machines a hunt knows by name. Small ranges and little memory, so that things run out;
/// low lazy limits, so that the threshold is crossed; each one differs in kind from the others.
/// </summary>
public static class Machines
{
    const ulong Start = 0x4900_0000_0000;

    /// <summary>
    /// 64-byte pages, 8 entries a table: the pages array nests at 9 pages and twice at 65. The 100
    /// pages of the range lie across a boundary of every table level.
    /// </summary>
    public static Machine Toy { get; } = new()
    {
        Name = "toy", PageShift = 6, Levels = new(3, 3, 3, 3), Start = 0x7000, End = 0x88ff,
        TotalRam = 80, Frames = 112, LazyMax = 24, Shmlba = 64,
    };

    /// <summary>
    /// The 64-page machine: space runs out long before the lazy limit. Half of it lies above a
    /// 2 MiB boundary, so that a table can be missing later too.
    /// </summary>
    public static Machine Tight64 { get; } = new()
    {
        Name = "tight64", Start = Start + 0x1e_0000, End = Start + 0x22_0000, TotalRam = 40,
        Frames = 56,
    };

    public static IReadOnlyList<Machine> All { get; } =
    [
        Toy,
        Toy with { Name = "toy-shmlba", Shmlba = 256, LazyMax = 16 },
        Toy with
        {
            Name = "toy-numa", Nodes = 2, Cpus = 4, Online = 4, Rcu = RcuMode.Manual, LazyMax = 40,
        },
        Toy with { Name = "toy-debug", DebugPagealloc = true, Cpus = 2, Online = 2 },
        Tight64,
        new() { Name = "small", Start = Start, End = Start + 0x5_ffff, LazyMax = 20 },
        new()
        {
            Name = "smp", Start = Start, End = Start + 0xf_ffff, TotalRam = 128, Frames = 160,
            Cpus = 4, Online = 4, LazyMax = 48, Shmlba = 0x4000,
        },
        new()
        {
            Name = "numa", Start = Start, End = Start + 0x3fff_ffff, TotalRam = 2048, Frames = 1024,
            Nodes = 2, Cpus = 4, Online = 4, LazyMax = 96, Rcu = RcuMode.Manual,
        },
        new()
        {
            Name = "lazy", Start = Start, End = Start + 0x3f_ffff, TotalRam = 512, Frames = 640,
            LazyMax = 8,
        },
        new()
        {
            Name = "debug-pagealloc", Start = Start, End = Start + 0x1f_ffff, TotalRam = 200,
            Frames = 256, Cpus = 2, Online = 2, LazyMax = 64, DebugPagealloc = true,
        },
        new()
        {
            Name = "nodma32", Start = Start, End = Start + 0xff_ffff, TotalRam = 256, Frames = 300,
            Cpus = 3, Online = 2, LazyMax = 128, Dma32 = false, PrintsRateLimited = false,
        },
        // A 512 GiB, 1 GiB and 2 MiB boundary lies 16 pages above the start.
        new()
        {
            Name = "cross", Start = 0x497f_ffff_0000, End = 0x4980_4010_0fff, TotalRam = 1024,
            Frames = 1024, Cpus = 8, Online = 8, LazyMax = 256,
        },
        new()
        {
            Name = "large", Start = Start, End = 0x68ff_ffff_ffff, TotalRam = 65536, Frames = 3000,
            LazyMax = 8192,
        },
        new()
        {
            Name = "x86-64", Start = 0xffff_c900_0000_0000, End = 0xffff_e8ff_ffff_ffff,
            TotalRam = 512, Frames = 400, Cpus = 2, Online = 2, LazyMax = 16384,
        },
        new()
        {
            Name = "early", Start = Start, End = Start + 0x2f_ffff, TotalRam = 128, Frames = 160,
            LazyMax = 24, Early = new(
                new(0x3000, 0x1000, VmFlags.Alloc), new(0x5000, 0x1_0000, VmFlags.Alloc),
                new(0x2000, 0x2000, VmFlags.Ioremap)),
        },
        // Per-CPU blocks of 8 pages, so small that they fill up, and six of them fill the range.
        Toy with
        {
            Name = "toy-blocks", VmapBlockPages = 8, Cpus = 2, Online = 2, LazyMax = 40,
        },
        new()
        {
            Name = "blocks", Start = Start, End = Start + 0x7f_ffff, VmapBlockPages = 128,
            TotalRam = 256, Frames = 320, Cpus = 3, Online = 2, LazyMax = 600,
            Rcu = RcuMode.Manual,
        },
        // 120 MiB below the kmaps, as with HIGHMEM; a 4 MiB boundary lies 2 pages above the start.
        new()
        {
            Name = "i386", Start = 0xf7ff_e000, End = 0xff7f_e000, Levels = new(10, 0, 0, 10),
            EntryBits = 32, LongBits = 32, TotalRam = 1280, Frames = 1200, LazyMax = 256,
        },
        new()
        {
            Name = "i386-pae", Start = 0xf83f_e000, End = 0xffbf_e000, Levels = new(2, 0, 9, 9),
            LongBits = 32, TotalRam = 1280, Frames = 1200, Cpus = 2, Online = 2, LazyMax = 64,
        },
        // PAE with 16 bits: half of the memory, that of node 1, lies above what a long can address.
        Toy with
        {
            Name = "toy-pae", Levels = new(2, 0, 4, 4), LongBits = 16, IntBits = 16, Frames = 2048,
            VmapBlockPages = 32, Nodes = 2, Cpus = 2, Online = 2,
        },
        // Small words: an int of 8 bits cannot count the bytes of 128 pointers, nor 256 pages, and
        // the range reaches up to where an unsigned long of 16 bits wraps.
        new()
        {
            Name = "narrow", PageShift = 4, Levels = new(6, 0, 0, 6), EntryBits = 32, LongBits = 16,
            IntBits = 8, Start = 0xe000, End = 0xffff, TotalRam = 260, Frames = 300, LazyMax = 200,
            Shmlba = 16, VmapBlockPages = 32,
        },
        // Add a machine here.
    ];

    /// <summary>Null when no machine has this name.</summary>
    public static Machine? Find(string name) =>
        All.FirstOrDefault(machine => machine.Name == name);
}
