// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V24
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V24",
        Title = "vmap maps backwards",
        Source = "classic mistake",
        Story = "The list of pages is walked from its end. Everything is mapped, nothing where it "
            + "was asked.",
        Plant =
        [
            new(
                "Vmap",
                "if (MapVmArea(area, prot, pages, Gfp.Kernel, out _) != 0)",
                """
                int[] turned = pages.ToArray();
                Array.Reverse(turned);
                if (MapVmArea(area, prot, turned, Gfp.Kernel, out _) != 0)
                """),
        ],
        Steps = ["vmap.2"],
        Breaks = [AccessLaws.VmapMapsTheGivenPages],
        Shortest = 2,
    };
}
