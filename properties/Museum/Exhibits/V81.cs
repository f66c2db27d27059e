// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V81
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V81",
        Title = "vfree is let into an interrupt",
        Source = "classic mistake",
        Story = "The check for interrupt context is gone. The free takes locks that the code it "
            + "interrupted may hold: the machine hangs, some day, with nothing to say why.",
        Plant =
        [
            new("Vfree", "throw new KernelBug(\"vfree\");", "return;"),
        ],
        Steps = ["vfree.1"],
        Breaks = [BugLaws.ForbiddenCallsEndInABug],
        Shortest = 2,
    };
}
