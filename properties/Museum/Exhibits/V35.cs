// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V35
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V35",
        Title = "a removed area keeps its guard in the size",
        Source = "classic mistake",
        Story = "remove_vm_area returns the descriptor with the guard page still counted. Whoever "
            + "goes by the size does a page too much.",
        Plant = [new("RemoveVmArea", "vm.Size = unchecked(vm.Size - pageSize);", "")],
        Steps = ["remove.4"],
        Breaks = [RangeLaws.RemovedAreasTellTheirSize],
        Shortest = 2,
    };
}
