// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.KernelExhibits;

static class K09
{
    public static KernelExhibit Exhibit { get; } = new()
    {
        Id = "K09",
        Title = "the array of pages is freed twice",
        Story = "The second free takes an object that may be somebody else's by then.",
        Plant =
        [
            [new("__vunmap", "kvfree(@->pages);", "kvfree(@->pages); kvfree(@->pages);")],
            [new("vfree", "kvfree(@->pages);", "kvfree(@->pages); kvfree(@->pages);")],
        ],
        Breaks =
        [
            FailureLaws.NoCallEndsInABug,
            FailureLaws.EventsFitTogether,
            FailureLaws.LegalCallsDoNotWarn,
        ],
    };
}
