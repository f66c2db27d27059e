// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V21
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V21",
        Title = "a failed mapping call gives pages back",
        Source = "classic mistake",
        Story = "When map_kernel_range_noflush fails it frees the pages of the list. They are its "
            + "caller's, who will free them again, and those mapped so far still are.",
        Plant =
        [
            new(
                "MapKernelRangeNoflush",
                """
                ReadOnlySpan<int> pages) => VmapPageRangeNoflush(
                    addr, UnsignedLong(unchecked(addr + size)), prot, pages, Gfp.Kernel);
                """,
                """
                ReadOnlySpan<int> pages)
                {
                    int nr = VmapPageRangeNoflush(
                        addr, unchecked(addr + size), prot, pages, Gfp.Kernel);
                    if (nr < 0)
                    {
                        GiveBackFrames(pages);
                    }

                    return nr;
                }
                """),
        ],
        Steps = ["kernel-range.1"],
        Breaks = [FrameLaws.FreeFramesAreNotMapped],
        Shortest = 3,
        Rare = "a mapping has to fail half way, with a page in its list that is mapped elsewhere",
    };
}
