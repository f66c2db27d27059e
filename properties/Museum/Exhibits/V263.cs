// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V263
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V263",
        Title = "pages stand in the user's table where the kernel has them",
        Source = "classic mistake",
        Story = "The place in the table of the process is computed from the address in the "
            + "kernel, not from that of the user: he faults, and somebody else is given his "
            + "pages.",
        Plant =
        [
            new(
                "VmInsertPage",
                "step.Add(EventKind.UserInsert, uaddr, id: page);",
                "step.Add(EventKind.UserInsert, addr, id: page);"),
        ],
        Steps = ["insert-page.3"],
        Breaks = [UserLaws.UsersAreGivenTheirPages],
        Shortest = 2,
    };
}
