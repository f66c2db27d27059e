// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class M07b
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "M07b",
        Title = "start and end of the range change places",
        Source = "classic mistake",
        Story = "VMALLOC_END is passed as the lower bound and VMALLOC_START as the upper. No hole "
            + "lies between them, and every vmalloc fails for want of address space in an empty "
            + "range.",
        Plant =
        [
            new(
                "VmallocNodeInner",
                "machine.Start, machine.End, node",
                "machine.End, machine.Start, node"),
        ],
        Steps = ["node.2"],
        Breaks = [PurgeLaws.NoRefusalWhileAHoleFits],
        Shortest = 1,
    };
}
