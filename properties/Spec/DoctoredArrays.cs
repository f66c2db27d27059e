// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Properties;

/// <summary>
/// Mistakes about the pages array and the gate, on a machine with pages of 64 bytes.
/// </summary>
static class DoctoredArrays
{
    public static readonly Machine Toy = new()
    {
        Name = "toy script",
        PageShift = 6,
        Levels = new(3, 3, 3, 3),
        Start = 0x10000,
        End = 0x1ffff,
        Shmlba = 64,
    };

    public static readonly Doctored[] All =
    [
        new(nameof(ArrayLaws.ArraysNestAboveOnePage),
            Nested,
            static script =>
            {
                script.LargestSlabArray = 128;
                script.Rewrite(static other => other.Vmalloc(9));
            }),
        new(nameof(ArrayLaws.VpagesTellsTheArray),
            Nested,
            static script => script[0].Drop(EventKind.VmFlagsSet)),
        new(nameof(ArrayLaws.PagesAreCounted),
            static script => script.Vmalloc(1),
            static script => script[0].Change(
                EventKind.VmPagesCounted, static e => e with { Bytes = 2 }),
            nameof(ArrayLaws.ArraysHoldAPointerForEachPage)),
        new(nameof(ArrayLaws.ArraysHoldAPointerForEachPage),
            static script => script.Vmalloc(2),
            static script => script[0].Change(
                EventKind.SlabAlloc,
                static e => e.Slab == SlabKind.Array ? e with { Bytes = 24 } : e)),
        new(nameof(ArrayLaws.ArraysHaveRoomForEachPage),
            static script => script.Vmalloc(2),
            static script => script[0].Change(
                EventKind.SlabAlloc,
                static e => e.Slab == SlabKind.Array ? e with { Bytes = 8 } : e),
            nameof(ArrayLaws.ArraysHoldAPointerForEachPage)),
        new(nameof(ArrayLaws.NestedArraysLiveWithTheirOwner),
            static script =>
            {
                Nested(script);
                script.Call(CommandKind.Grace);
            },
            static script =>
            {
                ulong inner = script[0].Events.Last(
                    static e => e.Kind == EventKind.VmInsert).Address;
                Script.Unlink(script[1], inner, inner + 192);
            },
            nameof(FrameLaws.OwnedFramesBelongToALiveArea),
            nameof(ReportLaws.KmemleakKnowsOnlyBlocks)),
        new(nameof(ArrayLaws.SizesCountTheGuard),
            static script => script.Vmalloc(1),
            static script => script[0].Change(
                EventKind.VmInsert, static e => e with { Bytes = e.Bytes - 0x1000 })),
        new(nameof(ArrayLaws.MoreThanAllRamIsRefused),
            static script => Refused(script, 65),
            static script => script[0].Add(EventKind.CacheFlushUnmap)),
        new(nameof(ArrayLaws.AllRamIsAdmitted),
            static script => script.Vmalloc(64),
            static script => script.Rewrite(static other => Refused(other, 64)),
            nameof(ArrayLaws.FailuresHaveAReason)),
        new(nameof(ArrayLaws.FailuresHaveAReason),
            DoctoredCalls.FailsForWantOfSpace,
            static script => script[0].Drop(EventKind.NoVaSpace)),
    ];

    /// <summary>Nine pages of 64 bytes: nine pointers need two pages of their own.</summary>
    public static void Nested(Script script)
    {
        script.Machine = Toy;
        script.Vmalloc(9);
    }

    static void Refused(Script script, int pages) =>
        script.Produce(script.Sized(CommandKind.Vmalloc, pages)).Outcome = Outcome.Pointer(0);
}
