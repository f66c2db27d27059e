// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V57
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V57",
        Title = "a failed mapping ends the area",
        Source = "classic mistake",
        Story = "When map_vm_area fails it removes the area it was given. The area is its "
            + "caller's, who will remove it again.",
        Plant =
        [
            new(
                "MapArea",
                "if (err == 0)",
                """
                if (err != 0)
                {
                    Kfree(RemoveVmArea(call.Address)!);
                }
                else
                """),
        ],
        Breaks = [FreeLaws.OnlyFreesEndAreas],
        Shortest = 2,
    };
}
