// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Properties;

/// <summary>Mistakes about who owns a page, who maps it, and what it holds.</summary>
static class DoctoredFrames
{
    public static readonly Doctored[] All =
    [
        new(nameof(FrameLaws.FramesHaveOneOwner),
            static script =>
            {
                script.Vmalloc(1);
                script.Vmalloc(1);
            },
            static script => script.Rewrite(static other =>
            {
                other.Vmalloc(1);
                other.Vmalloc(1, frame: 0);
            }),
            nameof(WalkLaws.TheWalkAgrees)),
        new(nameof(FrameLaws.OwnedFramesAreMappedOnce),
            static script => script.Vmalloc(2),
            static script => script[0].Change(EventKind.PteSet, static e => e with { Id = 0 })),
        new(nameof(FrameLaws.OwnedFramesBelongToALiveArea),
            static script =>
            {
                script.Vmalloc(1);
                script.Call(CommandKind.Grace);
            },
            static script => script[1].Add(
                EventKind.PageAlloc, id: 5, node: -1, gfp: Script.Plain)),
        new(nameof(FrameLaws.FreeFramesAreNotMapped),
            static script =>
            {
                script.Vfree(script.Vmalloc(1));
                script.Vmalloc(1);
                script.Call(CommandKind.Grace);
            },
            static script => script[3].Add(EventKind.PageFree, id: 1),
            nameof(FreeLaws.PagesOutliveTheirArea)),
        new(nameof(FrameLaws.NewOwnersAreNotMappedByOthers),
            static script =>
            {
                script.Vmalloc(1);
                script.Vmalloc(1);
            },
            static script => script.Rewrite(static other =>
            {
                other.Vmalloc(1);
                other.Vmalloc(1, frame: 0);
                other[1].Events.Insert(0, new(EventKind.PageFree, 0, 0, 0, Gfp.None, 0, 0, 0));
            }),
            nameof(FreeLaws.PagesOutliveTheirArea)),
        new(nameof(FrameLaws.NewOwnersAreNotMappedByFreedAreas),
            static script =>
            {
                script.Era = Era.V2637;
                script.Vfree(script.Vmalloc(1));
                script.Vmalloc(1, frame: 0);
            },
            static script => script[1].Drop(EventKind.PteClear),
            nameof(AreaLaws.FreedRangesAreUnmapped)),
        new(nameof(FrameLaws.ContentsNeverLeak),
            static script => script.Vmalloc(1),
            static script => script.Contents[0] = 0x5a),
        new(nameof(FailureLaws.EventsFitTogether),
            static script => script.Call(CommandKind.Grace),
            static script => script[0].Add(EventKind.SlabFree, id: 40)),
    ];
}
