// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V262
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V262",
        Title = "no memory for a table is told as a wrong argument",
        Source = "classic mistake",
        Story = "The result is set to -ENOMEM a line too late. Without memory for a table of the "
            + "process it still says -EINVAL, and the caller does not try again.",
        Plant = [new("VmInsertPage", "return -Errno.ENOMEM;", "return -Errno.EINVAL;")],
        Steps = ["insert-page.2"],
        Breaks = [UserLaws.RemapsAreRefusedWithoutLeave],
        Shortest = 2,
    };
}
