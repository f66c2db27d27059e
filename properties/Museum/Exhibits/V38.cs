// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V38
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V38",
        Title = "device ranges are left out of vmallocinfo",
        Source = "classic mistake",
        Story = "A range marked VM_IOREMAP has no line in /proc/vmallocinfo. Whoever looks for "
            + "who took the address space does not find it.",
        Plant =
        [
            new(
                "ShowAreas",
                "ShowArea(text, vmlist.At(at));",
                """
                VmStruct area = vmlist.At(at);
                if ((area.Flags & VmFlags.Ioremap) == 0)
                {
                    ShowArea(text, area);
                }
                """),
        ],
        Steps = ["info.1"],
        Breaks = [ReportLaws.VmallocinfoListsTheLiveAreas],
        Shortest = 2,
    };
}
