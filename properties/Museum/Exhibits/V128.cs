// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V128
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V128",
        Title = "the last page of a device range may be memory",
        Source = "x86, ioremap: fix normal ram range check, 2.6.36",
        Story = "ioremap refuses memory, but its loop ended before the last page of the range: "
            + "a range of one page was never looked at, and memory could be mapped a second "
            + "time, past the cache.",
        Plant = [new("MeetsRam", "faithful && era == Era.V2632", "true")],
        Steps = ["ioremap.2"],
        Breaks = [DeviceLaws.MemoryIsNoDevice],
        Shortest = 1,
    };
}
