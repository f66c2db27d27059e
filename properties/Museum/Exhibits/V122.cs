// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V122
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V122",
        Title = "user space is given one page more",
        Source = "classic mistake",
        Story = "The loop ends a page too late: a mapping of the whole block runs into the "
            + "guard page, a shorter one shows a page that was not asked for.",
        Plant = [new("RemapVmallocRange", "uaddr < usize", "uaddr <= usize")],
        Steps = ["remap.3"],
        Breaks = [FailureLaws.NoCallEndsInABug, UserLaws.UsersAreGivenTheirPages],
        Shortest = 2,
    };
}
