// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

/// <summary>Groups of events that give laws about calls something to judge.</summary>
static class Upon
{
    /// <summary>The bit of a step as such: it is set whatever happened.</summary>
    public const ulong Anything = 1UL << 63;

    /// <summary>Memory is asked for: objects, pages, tables, kmemleak's records.</summary>
    public static EventKind[] Allocations { get; } =
    [
        EventKind.SlabAlloc, EventKind.SlabFail, EventKind.PageAlloc, EventKind.PageFail,
        EventKind.TableAlloc, EventKind.TableFail, EventKind.KmemleakAlloc,
    ];

    /// <summary>One bit for each of these kinds.</summary>
    public static ulong Bits(IEnumerable<EventKind> kinds) =>
        kinds.Aggregate(0UL, static (bits, kind) => bits | 1UL << (int)kind);

    /// <summary>The tree or vmlist changes.</summary>
    public static EventKind[] ListChanges { get; } =
    [
        EventKind.AreaReserve, EventKind.AreaRelease, EventKind.VmInsert, EventKind.VmUnlink,
    ];

    /// <summary>kmemleak's records change, or an area goes that one of them is about.</summary>
    public static EventKind[] KmemleakChanges { get; } =
    [
        EventKind.KmemleakAlloc, EventKind.KmemleakFree, EventKind.KmemleakRefused,
        EventKind.AreaRelease,
    ];
}
