// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V77
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V77",
        Title = "a page is handed out twice",
        Source = "mistake in what stands under vmalloc",
        Story = "The page allocator marks every other page only as taken. The pages between are "
            + "handed out again and again, and all their owners write to one page.",
        Plant =
        [
            new(
                "FrameAllocator.Take",
                "free[frame >> 6] &= ~(1UL << (frame & 63));",
                "free[frame >> 6] &= ~(1UL << (frame & 62));"),
        ],
        Breaks = [FrameLaws.FramesHaveOneOwner],
        Shortest = 1,
    };
}
