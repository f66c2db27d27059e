// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Vmcheck;

/// <summary>A range of the address space: a vmap_area, its vm_struct, or both.</summary>
/// <param name="Start">First address.</param>
/// <param name="End">First address behind it.</param>
/// <param name="State">What its flags say.</param>
/// <param name="Descriptor">Its vm_struct; the default when it has none.</param>
/// <param name="Variable">The command whose result it is, by name; -1: none.</param>
/// <param name="IsTwice">It overlaps a neighbour.</param>
readonly record struct AreaFact(
    ulong Start, ulong End, AreaWord State, VmEntry Descriptor, int Variable, bool IsTwice);

/// <summary>What can be said of an area, and how the page spells it.</summary>
enum AreaWord : byte
{
    Reserved,
    Live,
    Lazy,
    Purging,

    /// <summary>A vm_struct without a vmap_area.</summary>
    Lost,
}

/// <summary>Neighbouring pages with equal bits, in one area or in none.</summary>
/// <param name="FramesHash">Tells apart what is mapped there.</param>
/// <param name="Owner">Whose they are.</param>
readonly record struct RunFact(
    ulong Start, int Pages, Pgprot Prot, int FramesHash, FrameOwner Owner);

/// <summary>Whose the frames behind a run are; the page knows them by number.</summary>
enum FrameOwner : byte
{
    /// <summary>Memory in use; of a lazily freed area all memory.</summary>
    User,

    /// <summary>The allocator counts them as free.</summary>
    Nobody,
    Device,
}

/// <summary>Figures of one state, in the order of <see cref="Names"/>.</summary>
readonly record struct CounterFact(
    long LazyPages, long FramesInUse, long Descriptors, long VmapAreas, long Arrays, long Kmemleak,
    long RcuPending)
{
    /// <summary>What the figures count.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "vmap_lazy_nr", "page frames in use", "vm_struct objects", "vmap_area objects",
        "pages arrays", "kmemleak objects", "RCU callbacks pending",
    ];

    /// <summary>The figures.</summary>
    public double[] Values =>
        [LazyPages, FramesInUse, Descriptors, VmapAreas, Arrays, Kmemleak, RcuPending];
}
