// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.KernelExhibits;

static class K40
{
    public static KernelExhibit Exhibit { get; } = new()
    {
        Id = "K40",
        Title = "a reservation that finds no room keeps its vmap_area",
        Story = "The descriptor was taken before the search, and no tree knows it: one is lost "
            + "with every call that is refused.",
        Plant =
        [
            [
                new(
                    "alloc_vmap_area",
                    "kmem_cache_free(vmap_area_cachep, va); return ERR_PTR(-EBUSY);",
                    "return ERR_PTR(-EBUSY);"),
            ],
        ],
        Breaks = [WalkLaws.TheWalkAgrees],
    };
}
