// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class M32
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "M32",
        Title = "the pages array forgets who asked",
        Source = "classic mistake",
        Story = "The caller is not handed on to the nested vmalloc. /proc/vmallocinfo shows an "
            + "array that nobody asked for.",
        Plant =
        [
            new(
                "NestPagesArray",
                """
                node, caller);
                SetFlags
                """,
                """
                node, Caller.None);
                SetFlags
                """),
        ],
        Steps = ["area-node.2"],
        Breaks = [LinuxLaws.CallersAreRecorded],
        Shortest = 1,
    };
}
