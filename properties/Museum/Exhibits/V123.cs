// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V123
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V123",
        Title = "the page offset is tested and forgotten",
        Source = "classic mistake",
        Story = "The offset takes part in the test of the bounds, and is not added to the "
            + "address: each mapping begins with the first page.",
        Plant = [
            new(
                "RemapVmallocRange",
                "addr = unchecked(addr + (pgoff << machine.PageShift));",
                ""),
        ],
        Steps = ["remap.3"],
        Breaks = [UserLaws.UsersAreGivenTheirPages],
        Shortest = 2,
    };
}
