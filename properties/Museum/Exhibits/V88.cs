// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V88
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V88",
        Title = "a reserved range does not enter the tree",
        Source = "classic mistake",
        Story = "The record of a range is filled in and handed on, and the tree does not hear "
            + "of it. The next search takes the same hole again.",
        Plant =
        [
            new("AllocVmapArea", "InsertVmapAreaInner(va);", ""),
        ],
        Steps = ["alloc-va.10"],
        Breaks = [WalkLaws.TheWalkAgrees, AreaLaws.AreasAreDisjoint],
        Shortest = 1,
    };
}
