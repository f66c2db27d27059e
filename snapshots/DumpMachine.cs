// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Snapshots;

/// <summary>
/// The machines of the dumps. Each boundary machine starts 1 MiB below what it crosses.
/// </summary>
public static class DumpMachine
{
    const ulong Base = 0x4900_0000_0000;
    const ulong OneMebibyte = 0x10_0000;
    const ulong Gibibyte = 0x4000_0000;

    /// <summary>64 GiB of address space, 4 KiB pages, two CPUs.</summary>
    public static Machine Plain { get; } = new()
    {
        Name = "plain", Start = Base, End = Base + 0xf_ffff_ffff, TotalRam = 2000, Frames = 1500,
        Cpus = 2, Online = 2, LazyMax = 16384,
    };

    /// <summary>The 2 MiB that one page table covers end 1 MiB above the start.</summary>
    public static Machine TableBoundary { get; } =
        Plain with { Name = "table-boundary", Start = Base + OneMebibyte };

    /// <summary>The 1 GiB that one pmd covers ends 1 MiB above the start.</summary>
    public static Machine PmdBoundary { get; } =
        Plain with { Name = "pmd-boundary", Start = Base + Gibibyte - OneMebibyte };

    /// <summary>The 512 GiB that one pud covers end 1 MiB above the start.</summary>
    public static Machine PudBoundary { get; } =
        Plain with { Name = "pud-boundary", Start = Base - OneMebibyte };

    /// <summary>Two nodes with half of the frames each, two CPUs.</summary>
    public static Machine TwoNodes { get; } = Plain with { Name = "two-nodes", Nodes = 2 };

    /// <summary>16 pages of address space: a few calls exhaust it.</summary>
    public static Machine SixteenPages { get; } =
        Plain with { Name = "sixteen-pages", End = Base + 0xffff };

    /// <summary>The range of x86-64, 32 TiB behind which Vmemmap follows after one more.</summary>
    public static Machine X8664 { get; } = Plain with
    {
        Name = "x86-64", Start = 0xffff_c900_0000_0000, End = 0xffff_e8ff_ffff_ffff,
    };

    /// <summary>Two levels of 1024 entries without NX; 4 MiB end 2 pages above the start.</summary>
    public static Machine I386 { get; } = Plain with
    {
        Name = "i386", Start = 0xf7ff_e000, End = 0xff7f_e000, Levels = new(10, 0, 0, 10),
        EntryBits = 32, LongBits = 32,
    };

    /// <summary>Three levels, with NX; 2 MiB end 2 pages above the start.</summary>
    public static Machine Pae { get; } = Plain with
    {
        Name = "i386-pae", Start = 0xf83f_e000, End = 0xffbf_e000, Levels = new(2, 0, 9, 9),
        LongBits = 32,
    };

    /// <summary>Room for a few blocks more than in sixteen.</summary>
    public static Machine TwentySevenPages { get; } =
        Plain with { Name = "twenty-seven-pages", End = Base + 0x1_afff };

    /// <summary>64-byte pages and 8 entries a table: the pages array nests at 9 pages.</summary>
    public static Machine Toy { get; } = new()
    {
        Name = "toy", PageShift = 6, Levels = new(3, 3, 3, 3), Start = 0x8000, End = 0xbfff,
        TotalRam = 128, Frames = 160, LazyMax = 64, Shmlba = 64,
    };
}
