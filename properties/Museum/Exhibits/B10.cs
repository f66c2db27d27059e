// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class B10
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "B10",
        Title = "after the purge the search goes on where it failed",
        Source = "0ae15132a4f, 2.6.28-rc6",
        Story = "When no hole was found the lazy areas were purged and the search tried again, "
            + "but from the address it had failed at, the end. What the purge had freed below was "
            + "never seen, and the request was refused.",
        Plant =
        [
            new(
                "AllocVmapArea",
                "purged = true;",
                """
                purged = true;
                vstart = addr;
                """),
        ],
        Steps = ["alloc-va.8"],
        Breaks = [PurgeLaws.NoRefusalWhileAHoleFits],
        Shortest = 2,
    };
}
