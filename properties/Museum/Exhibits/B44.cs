// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class B44
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "B44",
        Title = "the bytes of a mapping wrap",
        Source = "vmap until 4.7",
        Story = "vmap shifted its count of pages to bytes in 32 bits. From 4 GiB on the area is "
            + "too small or empty, and in the sister function the mapping of a part was reported "
            + "as success. Where an int has 8 bits and a page 16 bytes, 16 pages do it.",
        Plant =
        [
            new(
                "Vmap",
                "UnsignedInt(count << machine.PageShift)",
                "(count << machine.PageShift) & machine.IntMask"),
        ],
        Steps = ["vmap.1"],
        Breaks =
        [
            ArrayLaws.AllRamIsAdmitted,
            AccessLaws.VmapMapsTheGivenPages,
            ArrayLaws.FailuresHaveAReason,
        ],
        Shortest = 2,
    };
}
