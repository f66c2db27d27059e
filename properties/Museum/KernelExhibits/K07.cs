// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.KernelExhibits;

static class K07
{
    public static KernelExhibit Exhibit { get; } = new()
    {
        Id = "K07",
        Title = "a purge does not flush",
        Story = "Freed ranges are given out again while CPUs remember what was mapped there.",
        Plant =
        [
            [new("__purge_vmap_area_lazy", "flush_tlb_kernel_range(start, end);", ";")],
        ],
        Breaks =
        [
            AreaLaws.RangesAreReleasedClean,
            FreeLaws.NothingIsLazyAfterUnmapAliases,
            AccessLaws.UnmappedRangesAreFlushed,
        ],
    };
}
