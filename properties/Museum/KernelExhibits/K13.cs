// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.KernelExhibits;

static class K13
{
    public static KernelExhibit Exhibit { get; } = new()
    {
        Id = "K13",
        Title = "vmap ignores the protection asked",
        Story = "What the caller wanted to be read only can be written.",
        Plant =
        [
            [new("vmap", "pgprot_nx(prot)", "PAGE_KERNEL")],
        ],
        Breaks = [AccessLaws.VmapMapsTheGivenPages],
    };
}
