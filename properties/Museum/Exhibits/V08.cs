// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V08
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V08",
        Title = "-EBUSY gets out",
        Source = "classic mistake",
        Story = "The upper levels hand on the error from below in place of turning it into "
            + "-ENOMEM. Callers that know only -ENOMEM take -EBUSY for something else.",
        Plant =
        [
            new(
                "VmapPmdRange",
                """
                if (VmapPteRange(pmd, addr, next, prot, pages, ref nr, gfp) != 0)
                {
                    return -Errno.ENOMEM;
                }
                """,
                """
                int err = VmapPteRange(pmd, addr, next, prot, pages, ref nr, gfp);
                if (err != 0)
                {
                    return err;
                }
                """),
            new(
                "VmapPudRange",
                """
                if (VmapPmdRange(pud, addr, next, prot, pages, ref nr, gfp) != 0)
                {
                    return -Errno.ENOMEM;
                }
                """,
                """
                int err = VmapPmdRange(pud, addr, next, prot, pages, ref nr, gfp);
                if (err != 0)
                {
                    return err;
                }
                """),
        ],
        Steps = ["vmap-range.6"],
        Breaks = [AccessLaws.RangesMapTheGivenPages],
        Shortest = 4,
        Rare = "a range has to be reserved and mapped twice, with pages that are to be had",
    };
}
