// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V50
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V50",
        Title = "vunmap of a block is let through",
        Source = "classic mistake",
        Story = "vunmap ends a block without giving back its pages, their array and its kmemleak "
            + "object.",
        Plant =
        [
            new("IsRefused", "faithful || FindOnVmlist(addr) is not { OwnsPages: true }", "true"),
        ],
        Breaks = [FailureLaws.IllegalCallsWarn, FailureLaws.IllegalCallsChangeNothing],
        Shortest = 2,
    };
}
