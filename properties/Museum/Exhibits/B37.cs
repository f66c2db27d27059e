// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class B37
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "B37",
        Title = "a half-built area is shown",
        Source = "f5252e00, 3.1",
        Story = "A block stands on vmlist, its pages counted, before it has an array of them. "
            + "Whoever reads /proc/vmallocinfo meanwhile follows a NULL pointer in it.",
        Plant =
        [
            new(
                "ShowAreas",
                """
                if (!vmlist.At(at).IsHalfBuilt)
                            {
                                ShowArea(text, vmlist.At(at));
                            }
                """,
                "ShowArea(text, vmlist.At(at));"),
        ],
        Steps = ["info.2"],
        Breaks = [FailureLaws.NoCallEndsInABug, VmallocinfoLaws.OtherReadersSeeWholeAreas],
        Shortest = 1,
    };
}
