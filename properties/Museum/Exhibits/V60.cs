// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V60
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V60",
        Title = "a read-only page is written",
        Source = "classic mistake",
        Story = "A store does not look at the protection of the page. What was mapped so that "
            + "nobody changes it is changed.",
        Plant = [new("Store", "!pte.IsPresent || !pte.Prot.IsWritable", "!pte.IsPresent")],
        Breaks = [AccessLaws.StoresHitTheirPage],
        Shortest = 2,
    };
}
