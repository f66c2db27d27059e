// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>
/// The machines of the fault matrix: toy pages, on which arrays nest twice, and pages of 4096
/// bytes; of each one with a single node and one with two; and tables of three levels and of two.
/// All begin a few pages below a boundary of every table level. Failing calls cross the lazy mark
/// on some, and on others never.
/// </summary>
public static class MatrixMachines
{
    /// <summary>Memory for a huge page in each round, which need not be given back whole.</summary>
    static readonly Machine large = Machines.Find("cross")! with
    {
        Name = "matrix-4k", TotalRam = 3000, Frames = 3000,
    };

    /// <summary>64-byte pages: 9 pages nest the array once, 65 twice.</summary>
    public static Machine Toy { get; } = Machines.Toy with
    {
        Name = "matrix-toy", Start = 0x7f00, End = 0xbeff, VmapBlockPages = 16,
    };

    public static IReadOnlyList<Machine> All { get; } =
    [
        Toy,
        Toy with
        {
            Name = "matrix-toy-numa", Nodes = 2, Cpus = 4, Online = 4, Rcu = RcuMode.Manual,
            LazyMax = 1024,
        },
        large,
        // Less memory than a nested array needs: the toy machine with two nodes nests.
        large with { Name = "matrix-4k-numa", Nodes = 2, TotalRam = 512, Frames = 1024, LazyMax = 8192 },
        // Three levels, a pud folded; half of the memory lies above what a long can address.
        Machines.Find("toy-pae")! with
        {
            Name = "matrix-toy-pae", Start = 0x7f00, End = 0xbeff, VmapBlockPages = 16,
        },
        // Two levels, and entries of 32 bits; less memory than a nested array needs.
        Machines.Find("i386")! with { Name = "matrix-i386", TotalRam = 512 },
    ];
}
