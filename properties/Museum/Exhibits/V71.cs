// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V71
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V71",
        Title = "vmap refuses as many pages as there are",
        Source = "classic mistake",
        Story = "The gate of vmap is written with >=. Exactly totalram_pages pages, which may be "
            + "mapped, are refused.",
        Plant = [new("Vmap", "count > (ulong)machine.TotalRam", "count >= (ulong)machine.TotalRam")],
        Steps = ["vmap.1"],
        Breaks = [ArrayLaws.AllRamIsAdmitted, ArrayLaws.FailuresHaveAReason],
        Shortest = 1,
    };
}
