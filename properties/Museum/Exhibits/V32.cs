// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V32
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V32",
        Title = "get_vm_area forgets its flags",
        Source = "classic mistake",
        Story = "Every range is recorded as VM_MAP, whatever its caller said.",
        Plant =
        [
            new(
                "GetVmAreaInner",
                "GetVmAreaNodeInner(size, 1, flags,",
                "GetVmAreaNodeInner(size, 1, VmFlags.Map,"),
        ],
        Steps = ["get-area-in.1"],
        Breaks = [LinuxLaws.AreasAreTaggedAsAsked],
        Shortest = 1,
    };
}
