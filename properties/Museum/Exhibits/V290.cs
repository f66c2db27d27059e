// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V290
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V290",
        Title = "get_vm_area_node forgets the node",
        Source = "classic mistake",
        Story = "The descriptors come from any node, although the function is there to "
            + "have them on that of its caller.",
        Plant =
        [
            new(
                "GetVmAreaNode",
                "machine.Start, machine.End, node, gfp",
                "machine.Start, machine.End, -1, gfp"),
        ],
        Steps = ["get-area-on.1"],
        Breaks = [LinuxLaws.NodeIsPassedOn],
        Shortest = 1,
    };
}
