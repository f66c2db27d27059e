// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class M22b
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "M22b",
        Title = "the first entry of the array stays empty",
        Source = "classic mistake",
        Story = "The loop that takes pages starts at 1. Mapping meets NULL at the very first page "
            + "and warns, and the vfree that should clean up meets it again and stops.",
        Plant =
        [
            new(
                "VmallocAreaNodeInner",
                "for (uint i = 0;",
                """
                area.SetPage(0, -1);
                for (uint i = 1;
                """),
        ],
        Steps = ["area-node.5"],
        Breaks = [FailureLaws.NoCallEndsInABug, FailureLaws.LegalCallsDoNotWarn],
        Shortest = 1,
    };
}
