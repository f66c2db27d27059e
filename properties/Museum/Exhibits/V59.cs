// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V59
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V59",
        Title = "reading needs the right to write",
        Source = "classic mistake",
        Story = "A load from a page that may only be read faults.",
        Plant =
        [
            new("Load", "return pte.IsPresent", "return pte.IsPresent && pte.Prot.IsWritable"),
        ],
        Breaks = [AccessLaws.LoadsSeeTheirPage],
        Shortest = 2,
    };
}
