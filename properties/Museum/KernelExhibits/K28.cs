// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.KernelExhibits;

static class K28
{
    public static KernelExhibit Exhibit { get; } = new()
    {
        Id = "K28",
        Title = "vmalloc_to_page tells the page after",
        Story = "Whoever walks a block finds its neighbour's pages.",
        Plant =
        [
            [new("vmalloc_to_page", "page = pte_page(…);", "page = pte_page(…) + 1;")],
        ],
        Breaks = [AccessLaws.LookupsSeeTheTables],
    };
}
