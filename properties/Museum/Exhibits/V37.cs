// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V37
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V37",
        Title = "vwrite reports what it did not write",
        Source = "classic mistake",
        Story = "vwrite returns the whole count also when it met no area. Its caller believes "
            + "that something was written.",
        Plant = [new("Vwrite", "return copied ? buflen : 0;", "return buflen;")],
        Steps = ["vread.3"],
        Breaks = [VreadLaws.VwriteHitsTheAreas],
        Shortest = 1,
    };
}
