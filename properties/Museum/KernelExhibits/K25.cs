// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.KernelExhibits;

static class K25
{
    public static KernelExhibit Exhibit { get; } = new()
    {
        Id = "K25",
        Title = "freed pages are not counted down by a purge",
        Story = "The lazy counter only grows, and purges come to nothing.",
        Plant =
        [
            [
                new("__purge_vmap_area_lazy", "atomic_long_sub(nr, &vmap_lazy_nr);", ";"),
                new("drain_vmap_area_work", "while (nr_lazy > lazy_max_pages())", "while (0)"),
            ],
            [new("purge_vmap_node", "atomic_long_sub(…, &vmap_lazy_nr);", ";")],
        ],
        Breaks = [FreeLaws.NothingIsLazyAfterUnmapAliases],
    };
}
