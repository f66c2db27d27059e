// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V82
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V82",
        Title = "an interrupt reserves a range",
        Source = "classic mistake",
        Story = "Of a caller in an interrupt the kernel thinks as of one without memory: it "
            + "gets NULL, and a driver that should never have asked works on most days.",
        Plant =
        [
            new(
                "GetVmAreaNodeInner",
                "throw new KernelBug(\"__get_vm_area_node\");",
                "return null;"),
        ],
        Steps = ["get-area.1"],
        Breaks = [BugLaws.ForbiddenCallsEndInABug],
        Shortest = 2,
    };
}
