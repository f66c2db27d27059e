// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V121
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V121",
        Title = "any block may be given to user space",
        Source = "classic mistake",
        Story = "VM_USERMAP marks blocks that were zeroed and made for users. Without the test "
            + "a process is shown whatever the kernel keeps in a block of its own.",
        Plant = [
            new("RemapVmallocRange", " || (area.Flags & VmFlags.Usermap) == 0", ""),
        ],
        Steps = ["remap.1"],
        Breaks = [
            UserLaws.RemapsAreRefusedWithoutLeave,
            UserLaws.UsersAreGivenTheirPages,
            FailureLaws.NoCallEndsInABug,
        ],
        Shortest = 2,
    };
}
