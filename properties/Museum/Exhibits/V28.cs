// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V28
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V28",
        Title = "vmalloc_32_user is not marked",
        Source = "classic mistake",
        Story = "vmalloc_32_user does not set VM_USERMAP. remap_vmalloc_range refuses the block "
            + "it was made for.",
        Plant =
        [
            new(
                "Vmalloc32User",
                "MarkUser(VmallocInner(size, Vmalloc32Gfp | Gfp.Zero, Pgprot.Kernel))",
                "VmallocInner(size, Vmalloc32Gfp | Gfp.Zero, Pgprot.Kernel)"),
        ],
        Steps = ["wrappers.2"],
        Breaks = [LinuxLaws.UserBlocksAreMarked],
        Shortest = 1,
    };
}
