// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class B39c
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "B39c",
        Title = "an area older than the allocator cannot be removed",
        Source = "dbda591d920b, 3.5",
        Story = "The import did not say which descriptor a range belongs to, though it said "
            + "that there is one. Removing the area follows a NULL pointer.",
        Plant =
        [
            new(
                "Import",
                "faithful ? null : vm",
                "null"),
        ],
        Steps = ["init.2"],
        Breaks = [FailureLaws.NoCallEndsInABug],
        Shortest = 1,
    };
}
