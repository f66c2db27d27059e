// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V274
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V274",
        Title = "iounmap of nothing goes unnoticed",
        Source = "classic mistake",
        Story = "Without a descriptor iounmap returns in silence. Whoever unmaps the wrong "
            + "address is not told.",
        Plant =
        [
            new(
                "Iounmap",
                """
                Warn(Splat.BadIounmap, addr);
                return;
                """,
                "return;"),
        ],
        Steps = ["iounmap.2"],
        Breaks = [FailureLaws.IllegalCallsWarn],
        Shortest = 1,
    };
}
