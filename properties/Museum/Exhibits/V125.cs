// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V125
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V125",
        Title = "iounmap keeps the descriptor",
        Source = "classic mistake",
        Story = "The area leaves list and tree, and its vm_struct stays: each module that is "
            + "loaded and unloaded loses one.",
        Plant = [new("Iounmap", "FreeVmArea(area);", "RemoveVmArea(addr);")],
        Steps = ["iounmap.3"],
        Breaks = [FreeLaws.FreeGivesBackItsObjects],
        Shortest = 2,
    };
}
