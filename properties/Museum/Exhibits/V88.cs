// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V88
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V88",
        Title = "a new range keeps the flags of an old one",
        Source = "classic mistake",
        Story = "The record of a range is used again and its flags are not cleared. A range "
            + "that no purge has seen looks as if one had it in hand.",
        Plant =
        [
            new("AllocVmapArea", "va.Flags = 0;", ""),
        ],
        Steps = ["alloc-va.10"],
        Breaks = [WalkLaws.TheWalkAgrees],
        Shortest = 4,
    };
}
