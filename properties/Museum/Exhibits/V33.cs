// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V33
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V33",
        Title = "__get_vm_area looks everywhere",
        Source = "classic mistake",
        Story = "The window of __get_vm_area is not handed on. Modules that must lie near the "
            + "kernel's code end up anywhere.",
        Plant =
        [
            new(
                "GetVmAreaInner",
                "size, 1, flags, start, end, -1",
                "size, 1, flags, machine.Start, machine.End, -1"),
        ],
        Steps = ["get-area-in.1"],
        Breaks = [RangeLaws.AreasLieInTheirWindow],
        Shortest = 1,
    };
}
