// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>How a vmap_area stands, by its flags.</summary>
public enum DumpedAreaState
{
    /// <summary>It waits for its vm_struct, or never gets one.</summary>
    Reserved,
    Live,

    /// <summary>Freed, and waiting for the purge.</summary>
    Lazy,

    /// <summary>On the list of a purge.</summary>
    Purging,

    /// <summary>There is none: an entry of vmlist by itself.</summary>
    NoVmapArea,
}

/// <summary>A vmap_area with its vm_struct, bytes from VMALLOC_START, guard included if any.</summary>
public sealed record DumpedArea(long Start, long End, DumpedAreaState State)
{
    /// <summary>In the order of <see cref="DumpedAreaState"/>.</summary>
    internal static readonly string[] States =
        ["reserved", "live", "lazy", "purging", "no vmap_area"];

    /// <summary>What is said of an area that has no guard page.</summary>
    internal const string NoGuard = "unguarded";

    /// <summary>In the order in which they are written.</summary>
    internal static readonly (VmFlags Flag, string Word)[] Words =
    [
        (VmFlags.Ioremap, "ioremap"), (VmFlags.Alloc, "vmalloc"), (VmFlags.Map, "vmap"),
        (VmFlags.Usermap, "user"), (VmFlags.Vpages, "vpages"),
    ];

    /// <summary>Bytes; modulo 2^64 where a broken list has an end below its start.</summary>
    public ulong Bytes => unchecked((ulong)(End - Start));

    /// <summary>Live, and yet without a vm_struct.</summary>
    public bool IsOffVmlist { get; init; }

    /// <summary>Those that have a word in <see cref="Words"/>.</summary>
    public VmFlags Flags { get; init; }

    /// <summary>Used to its end: percpu memory, or registered before boot.</summary>
    public bool HasNoGuard { get; init; }

    /// <summary>vm_struct.nr_pages.</summary>
    public uint Pages { get; init; }

    /// <summary>The block that holds the pages array; null: none does.</summary>
    public long? ArrayAt { get; init; }

    public bool IsArrayInSlab { get; init; }

    /// <summary>
    /// vm_struct.size in bytes, where it is not what one expects; null: it is.
    /// </summary>
    public ulong? VmSize { get; init; }

    /// <summary>Null: it maps nothing.</summary>
    public DumpedFrames? Maps { get; init; }

    /// <summary><c>live</c>, <c>live not on vmlist</c>, <c>lazy</c>.</summary>
    public string StateText => States[(int)State] + (IsOffVmlist ? " not on vmlist" : "");

    /// <summary>What its vm_struct says, each word behind a blank; empty for none.</summary>
    public string Descriptor =>
        string.Concat(Words.Where(word => (Flags & word.Flag) != 0)
            .Select(static word => $" {word.Word}"))
        + (HasNoGuard ? $" {NoGuard}" : "")
        + (Pages == 0 ? "" : $" pages={Pages}")
        + (Array.Length == 0 ? "" : $" array={Array}")
        + (VmSize is ulong size ? $" vm_struct.size={SizeText.Of(size)}" : "");

    /// <summary><c>slab</c> or an address; empty: it has none.</summary>
    public string Array => ArrayAt is long at ? AddressText.FromStart(at)
        : IsArrayInSlab ? "slab" : "";
}

/// <summary>The frames behind an area.</summary>
/// <param name="Frames">In the order of their pages.</param>
/// <param name="Nodes">How many of memory on each node; empty on a machine of one node.</param>
/// <param name="Free">So many were given back.</param>
/// <param name="AreAllFree">All of them were; then Free is 0.</param>
public sealed record DumpedFrames(
    FrameRuns Frames, IReadOnlyList<(int Node, int Count)> Nodes, int Free, bool AreAllFree)
{
    /// <summary>Some are a device's, or all; those are never free.</summary>
    public bool IsOfDevice { get; init; }
}
