// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V115
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V115",
        Title = "half a pair of descriptors is forgotten",
        Source = "classic mistake",
        Story = "After a failure only complete pairs of descriptors are given back. When "
            + "the vmap_area cannot be had, the vm_struct that was asked for beside it is "
            + "lost.",
        Plant =
        [
            new(
                "FreePercpuDescriptors",
                "if (vms?.Vms[i] is { } vm)",
                "if (vas?.Vas[i] is not null && vms?.Vms[i] is { } vm)"),
        ],
        Steps = ["pcpu.8"],
        Breaks = [FailureLaws.FailedCallsKeepNoObject],
        Shortest = 1,
    };
}
