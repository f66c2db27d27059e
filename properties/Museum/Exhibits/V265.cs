// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V265
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V265",
        Title = "a vfree of nothing goes unnoticed",
        Source = "classic mistake",
        Story = "An address without an area is passed over in silence. Who frees twice is not "
            + "told.",
        Plant = [new("VunmapInner", "Warn(Splat.NoArea, addr);", "")],
        Steps = ["vunmap-inner.3"],
        Breaks = [FailureLaws.IllegalCallsWarn],
        Shortest = 1,
    };
}
