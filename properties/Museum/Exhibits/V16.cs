// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V16
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V16",
        Title = "exhaustion does not purge",
        Source = "classic mistake",
        Story = "When no hole is found the request is refused at once. Address space that only "
            + "waits for its purge counts as gone.",
        Plant =
        [
            new(
                "AllocVmapArea",
                """
                PurgeVmapAreaLazy();
                purged = true;
                """,
                "purged = true;"),
        ],
        Steps = ["alloc-va.8"],
        Breaks = [PurgeLaws.NoRefusalWhileAHoleFits],
        Shortest = 2,
    };
}
