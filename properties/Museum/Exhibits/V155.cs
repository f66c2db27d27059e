// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V155
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V155",
        Title = "a full block stays on its queue",
        Source = "classic mistake",
        Story = "A block without a free page is not taken off its queue: every vm_map_ram of the CPU "
            + "looks at it, in vain, and a purge finds a block there that somebody else frees.",
        Plant =
        [
            new(
                "TakeRegion",
                "if (vb.Free == 0)",
                "if (vb.Free < 0)"),
        ],
        Steps = ["vb-alloc.3"],
        Breaks = [BlockLaws.BlocksStandOnOneQueue],
        Shortest = 3,
    };
}
