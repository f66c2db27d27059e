// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Snapshots;

public class SameTrace
{
    /// <summary>
    /// From 2.6.37 on vfree clears the translations. p4 fits exactly into the hole that p1 left,
    /// which faithful 2.6.39 does not take. 3.0 leaves no gap, so that the hole is one page
    /// smaller: p5 and p6 fit it exactly, but p3 passed it over, and the search goes on behind the
    /// area placed last, until p6 is refused beside a free hole. Only the smaller p7 finds it.
    /// </summary>
    [Fact]
    public Task In_every_era() => Verify(SideBySide.Of(
        DumpMachine.TwentySevenPages,
        """
        p0 = vmalloc(0x1000)
        p1 = vmalloc(0x3000)
        p2 = vmalloc(0x1000)
        vfree(p1)
        vm_unmap_aliases()
        p3 = vmalloc(0x5000)
        p4 = vmalloc(0x4000)
        p5 = vmalloc(0x3000)
        p6 = vmalloc(0x3000)
        p7 = vmalloc(0x1000)
        """)).UseDirectory("dumps");
}
