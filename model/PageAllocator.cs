// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Model;

/// <summary>alloc_page and __free_page, and what frames hold.</summary>
/// <remarks>
/// Simplified: frames are handed out lowest first, zone bits are ignored, nothing is reclaimed.
/// What the kernel itself writes (a nested pages array) is not shown in a frame's content.
/// </remarks>
public sealed partial class Model
{
    readonly FrameAllocator frames = new();
    readonly FrameContents contents = new();

    [Kernel("__vmalloc_area_node", "area-node.5")]
    int AllocPage(Gfp gfp, int node)
    {
        int frame = Fails(FaultSite.Page) ? -1 : frames.Take(node);
        if (frame < 0)
        {
            step.Add(new Event(EventKind.PageFail, 0, 0, node, gfp, 0, 0, 0));
            return -1;
        }

        step.Add(new Event(EventKind.PageAlloc, 0, frame, node, gfp, 0, 0, 0));
        if ((gfp & Gfp.Zero) != 0)
        {
            contents.Fill(frame, 0);
        }

        return frame;
    }

    void FreePageInner(int frame)
    {
        if (!frames.Give(frame, machine.NodeOfFrame(frame)))
        {
            throw new KernelBug("__free_page");
        }

        step.Add(EventKind.PageFree, 0, id: frame);
    }

    /// <summary>The caller takes count frames for itself: all or none.</summary>
    Outcome TakeFrames(ulong count, int node)
    {
        int first = step.EventCount;
        for (ulong taken = 0; taken < count; taken++)
        {
            if (AllocPage(Gfp.Kernel, node) >= 0)
            {
                continue;
            }

            GiveBackTaken(first, step.EventCount);
            return new Outcome(OutcomeKind.NoPage);
        }

        return Outcome.Number((long)count);
    }

    /// <summary>What the events from first to last say was taken.</summary>
    void GiveBackTaken(int first, int last)
    {
        for (int i = first; i < last; i++)
        {
            if (step.Events[i].Kind == EventKind.PageAlloc)
            {
                FreePageInner(step.Events[i].Id);
            }
        }
    }

    /// <summary>Frames that are not in use are passed over.</summary>
    Outcome GiveBackFrames(ReadOnlySpan<int> pages)
    {
        foreach (int frame in pages)
        {
            if (frames.IsInUse(frame))
            {
                FreePageInner(frame);
            }
        }

        return Outcome.Void;
    }
}
