// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V250
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V250",
        Title = "three pages get room for two",
        Source = "classic mistake",
        Story = "The order of a part is rounded down. What is mapped runs over its end into the "
            + "part of another.",
        Plant =
        [
            new(
                "VbAlloc",
                "int order = VmapBlock.OrderOf(size >> machine.PageShift);",
                "int order = System.Numerics.BitOperations.Log2(size >> machine.PageShift);"),
        ],
        Steps = ["vb-alloc.1"],
        Breaks = [PartLaws.FewPagesAreAPartOfABlock],
        Shortest = 2,
    };
}
