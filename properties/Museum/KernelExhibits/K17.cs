// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.KernelExhibits;

static class K17
{
    public static KernelExhibit Exhibit { get; } = new()
    {
        Id = "K17",
        Title = "a freed range is given back at once",
        Story = "It is handed out again before any CPU forgot what was mapped there.",
        Plant =
        [
            [
                new(
                    "free_vmap_area",
                    "unlink_va(va, &vmap_area_root);",
                    "unlink_va(va, &vmap_area_root);"),
                new("free_unmap_vmap_area", "free_vmap_area_noflush(va);", "free_vmap_area(va);"),
            ],
            [
                new(
                    "free_unmap_vmap_area",
                    "free_vmap_area_noflush(va);",
                    "spin_lock(&free_vmap_area_lock); merge_or_add_vmap_area_augment(va, "
                        + "&free_vmap_area_root, &free_vmap_area_list); "
                        + "spin_unlock(&free_vmap_area_lock);"),
            ],
        ],
        Breaks = [AreaLaws.RangesAreReleasedClean],
    };
}
