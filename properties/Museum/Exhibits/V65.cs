// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V65
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V65",
        Title = "a hole may reach a page into its neighbour",
        Source = "classic mistake",
        Story = "The test whether a hole is large enough leaves out the guard page. An area fits "
            + "if its data does, and its guard is the first page of the next area.",
        Plant =
        [
            new(
                "AddressIndex.FindHole",
                "address + size <= StartAt(at)",
                "address + size - page <= StartAt(at)"),
            new(
                "AddressIndex.FindHoleInBlock",
                "address + size <= entry.Start",
                "address + size - page <= entry.Start"),
        ],
        Steps = ["alloc-va.5"],
        Breaks = [AreaLaws.AreasAreDisjoint],
        Shortest = 2,
    };
}
