// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V264
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V264",
        Title = "remove_vm_area of nothing is a bug",
        Source = "classic mistake",
        Story = "Somebody wrote BUG_ON where NULL was returned: he thought that an area is "
            + "always there. A driver that removes twice takes the machine with it.",
        Plant =
        [
            new(
                "RemoveVmArea",
                "if (va is null || (va.Flags & VmapArea.VmArea) == 0)",
                """
                if (va is null)
                {
                    throw new KernelBug("remove_vm_area");
                }

                if ((va.Flags & VmapArea.VmArea) == 0)
                """),
        ],
        Steps = ["remove.1"],
        Breaks = [FailureLaws.NoCallEndsInABug],
        Shortest = 1,
    };
}
