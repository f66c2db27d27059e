// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V63
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V63",
        Title = "the search starts behind the first area",
        Source = "classic mistake",
        Story = "A search for address space starts behind the first area in the tree. A hole in "
            + "front of it is never used again.",
        Plant =
        [
            new(
                "AddressIndex.FindHole",
                "return !IsEntry(at) || address + size <= StartAt(at)",
                "return !IsEntry(at)"),
        ],
        Steps = ["alloc-va.3"],
        Breaks = [PurgeLaws.NoRefusalWhileAHoleFits],
        Shortest = 2,
    };
}
