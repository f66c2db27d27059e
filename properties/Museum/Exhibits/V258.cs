// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V258
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V258",
        Title = "without room the descriptor is lost",
        Source = "classic mistake",
        Story = "__get_vm_area_node returns when there is no range, and forgets the descriptor "
            + "that it had allocated before.",
        Plant =
        [
            new(
                "GetVmAreaNodeInner",
                """
                Kfree(area);
                return null;
                """,
                "return null;"),
        ],
        Steps = ["get-area.5"],
        Breaks = [FailureLaws.FailedCallsKeepNoObject],
        Shortest = 1,
    };
}
