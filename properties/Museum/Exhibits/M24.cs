// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class M24
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "M24",
        Title = "high memory is not used",
        Source = "classic mistake",
        Story = "__GFP_HIGHMEM is masked out where data pages are taken. Everything works, until "
            + "low memory, which the kernel needs for itself, is gone.",
        Plant =
        [
            new("VmallocAreaNodeInner", "DataPageGfp(gfp)", "DataPageGfp(gfp & ~Gfp.Highmem)"),
        ],
        Steps = ["area-node.5"],
        Breaks = [MaskLaws.DataPagesAreAskedForAsAsked],
        Shortest = 1,
    };
}
