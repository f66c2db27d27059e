// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V47
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V47",
        Title = "a bad address is not warned about",
        Source = "classic mistake",
        Story = "vfree of an address inside a page returns silently. The bug of its caller stays "
            + "hidden.",
        Plant = [new("VunmapInner", "Warn(Splat.BadAddress, addr);", "")],
        Steps = ["vunmap-inner.2"],
        Breaks = [FailureLaws.IllegalCallsWarn],
        Shortest = 1,
    };
}
