// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.KernelExhibits;

static class K16
{
    public static KernelExhibit Exhibit { get; } = new()
    {
        Id = "K16",
        Title = "ranges are given back before the flush",
        Story = "For a moment a new owner is reached through old translations of other CPUs.",
        Plant =
        [
            [
                new("__purge_vmap_area_lazy", "flush_tlb_kernel_range(start, end);", ";"),
                new(
                    "__purge_vmap_area_lazy",
                    "trace_purge_vmap_area_lazy(",
                    "flush_tlb_kernel_range(start, end); trace_purge_vmap_area_lazy("),
            ],
            [
                new("__purge_vmap_area_lazy", "flush_tlb_kernel_range(start, end);", ";"),
                new(
                    "__purge_vmap_area_lazy",
                    "return true;",
                    "flush_tlb_kernel_range(start, end); return true;"),
            ],
        ],
        Breaks = [AreaLaws.RangesAreReleasedClean],
    };
}
