// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V120
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V120",
        Title = "vmlist begins with whatever was registered last",
        Source = "made by f0aa6617903, 2.6.30",
        Story = "Areas registered before boot are pushed at the head of a list whose "
            + "readers expect it to be sorted. VmallocChunk becomes nonsense, and "
            + "/proc/vmallocinfo is out of order.",
        Plant =
        [
            new(
                "VmAreaRegisterEarly",
                "atHead: faithful",
                "atHead: true"),
        ],
        Steps = ["register-early.2"],
        Breaks =
        [
            ReportLaws.UsageIsTheSumOfAreas, ReportLaws.VmallocinfoListsTheLiveAreas,
        ],
        Shortest = 1,
    };
}
