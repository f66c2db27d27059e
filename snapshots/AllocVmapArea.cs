// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Snapshots;

public class AllocVmapArea
{
    /// <summary>
    /// Each of the failed calls keeps its range until the purge; the next lies above.
    /// </summary>
    [Fact]
    public Task Failed_calls_consume_addresses() => Verify(Scenario.On(DumpMachine.Plain).Dumps(
        """
        p0 = vmalloc(0x3000) fail page once 1
        p1 = vmalloc(0x3000) fail page once 1
        p2 = vmalloc(0x3000)
        """,
        """
        vm_unmap_aliases()
        p3 = vmalloc(0x3000)
        """)).UseDirectory("dumps");

    [Fact]
    public Task Purges_once_and_retries() => Verify(Scenario.On(DumpMachine.SixteenPages).Strips(
        """
        p0 = vmalloc(0x4000)
        p1 = vmalloc(0x5000)
        vfree(p0)
        p2 = vmalloc(0x3000)
        p3 = vmalloc(0x3000)
        """)).UseDirectory("dumps");

    /// <summary>
    /// The last area lies a page above its neighbour, and touches the one above it.
    /// </summary>
    [Fact]
    public Task Leaves_a_gap_below_only() => Verify(Scenario.On(DumpMachine.SixteenPages).Strips(
        """
        p0 = vmalloc(0x1000)
        p1 = vmalloc(0x3000)
        p2 = vmalloc(0x1000)
        vfree(p1)
        vm_unmap_aliases()
        p3 = vmalloc(0x4000)
        """)).UseDirectory("dumps");
}
