// SPDX-License-Identifier: GPL-2.0-only
using static Verification.Spec.Laws;

namespace Verification.Spec;

/// <summary>Who owns a frame, who maps it, and what it holds.</summary>
public static class FrameLaws
{
    public static Law<Frame> FramesHaveOneOwner { get; } = Always<Frame>(
        "no frame has two owners, and none is given back twice",
        from: "__vmalloc_area_node",
        steps: ["vunmap-inner.4"],
        holds: static (_, frame) => frame.Owners is 0 or 1);

    public static Law<Frame> OwnedFramesAreMappedOnce { get; } = Always<Frame>(
        "every allocated page is mapped exactly once by the area it was allocated for",
        from: "map_vm_area",
        steps: ["area-node.7", "vmap-range.5"],
        among: Among.OwnedFrames,
        when: static (_, frame) => frame.Area is { IsLive: true },
        holds: static (_, frame) => frame.HomeMaps == 1);

    /// <summary>A frame that no live area accounts for is leaked.</summary>
    public static Law<Frame> OwnedFramesBelongToALiveArea { get; } = Always<Frame>(
        "every allocated page belongs to a live area",
        from: "__vunmap",
        steps: ["area-node.6", "vunmap-inner.4"],
        among: Among.OwnedFrames,
        when: static (_, frame) => !frame.IsUsers,
        holds: static (_, frame) => frame.Area is { IsLive: true });

    public static Law<Frame> FreeFramesAreNotMapped { get; } = Always<Frame>(
        "no live area maps a page that was given back",
        from: "__vunmap", steps: ["vunmap-inner.4"],
        among: Among.FreeFrames,
        holds: static (_, frame) => frame.LiveMaps == 0);

    public static Law<Frame> NewOwnersAreNotMappedByOthers { get; } = Always<Frame>(
        "no translation made for an earlier owner leads into a page that has a new one",
        from: "__vunmap",
        steps: ["lazy.1"],
        among: Among.OwnedFrames,
        holds: static (_, frame) => frame.StaleMaps == 0);

    /// <summary>Where entries stay until the purge, freed areas are excepted (B28).</summary>
    public static Law<Frame> NewOwnersAreNotMappedByFreedAreas { get; } = Always<Frame>(
        "no freed area still maps a page that has a new owner",
        from: "free_unmap_vmap_area_noflush",
        steps: ["lazy.1"],
        among: Among.OwnedFrames,
        holds: static (_, frame) => frame.LazyMaps == 0) with
    {
        Binds = static profile => !profile.ClearsLazily,
    };

    /// <summary>What the kernel stores in its own pages arrays is its own business.</summary>
    public static Law<Frame> ContentsNeverLeak { get; } = Always<Frame>(
        "a page holds what its owner wrote to it, and nothing else",
        from: "alloc_pages_node",
        among: Among.OwnedFrames,
        when: static (_, frame) => frame.Area?.Owner is null,
        holds: static (ledger, frame) => ledger.Observed(frame) == frame.Tag) with
    {
        Needs = Observations.Events | Observations.Contents,
    };
}
