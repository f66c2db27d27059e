// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V206
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V206",
        Title = "NX is written where entries have no room for it",
        Source = "mistake of page tables",
        Story = "PAGE_KERNEL is that of 64-bit entries on a machine whose entries have 32 "
            + "bits. What is left of it is another protection than the caller is told.",
        Plant =
        [
            new(
                "VmapPageRangeNoflush",
                "prot = machine.Supported(prot);",
                ""),
        ],
        Steps = ["vmap-range.5"],
        Breaks = [AreaLaws.EveryDataPageIsMappedRight],
        Shortest = 1,
    };
}
