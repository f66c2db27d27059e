// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V256
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V256",
        Title = "many pages of vm_map_ram get a guard page",
        Source = "classic mistake",
        Story = "Every other area has a guard page, so one was added here. vm_unmap_ram knows "
            + "nothing of it, nor does anybody who counts pages.",
        Plant =
        [
            new(
                "VmMapRam",
                "AllocVmapArea(size, pageSize,",
                "AllocVmapArea(size + pageSize, pageSize,"),
        ],
        Steps = ["map-ram.2"],
        Breaks = [PartLaws.FewPagesAreAPartOfABlock],
        Shortest = 2,
    };
}
