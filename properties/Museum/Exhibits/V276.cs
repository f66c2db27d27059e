// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V276
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V276",
        Title = "an early area is given a guard page",
        Source = "classic mistake",
        Story = "What is registered before boot gets a page more than it asked for, like any "
            + "other area. The next one was placed without it: the two overlap.",
        Plant = [new("VmAreaRegisterEarly", "Size = early.Size", "Size = early.Size + pageSize")],
        Steps = ["register-early.1"],
        Breaks = [EarlyLaws.EarlyAreasStand],
        Shortest = 1,
    };
}
