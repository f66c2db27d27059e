// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.KernelExhibits;

static class K34
{
    public static KernelExhibit Exhibit { get; } = new()
    {
        Id = "K34",
        Title = "blocks are not marked as vmalloc's",
        Story = "Whoever asks takes them for mappings of somebody else.",
        Plant =
        [
            [new("__vmalloc_node_range", "VM_ALLOC |", "")],
        ],
        Breaks = [LinuxLaws.BlocksAreTaggedVmAlloc],
    };
}
