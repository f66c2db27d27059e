// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Snapshots;

public class Vfree
{
    const string TwoAreas =
        """
        p0 = vmalloc(0x2000)
        p1 = vmalloc(0x1000)
        """;

    [Fact]
    public Task Before_and_after_the_purge() => Verify(Scenario.On(DumpMachine.Plain).Dumps(
        TwoAreas, "vfree(p0)", "vm_unmap_aliases()")).UseDirectory("dumps");

    /// <summary>
    /// 2.6.37 clears the translations at once; the range still waits for the purge.
    /// </summary>
    [Fact]
    public Task Clears_at_once_in_37() => Verify(
        (Scenario.On(DumpMachine.Plain) with { Era = Era.V2637 }).Dumps(TwoAreas, "vfree(p0)"))
        .UseDirectory("dumps");

    /// <summary>
    /// The page has gone back to the allocator, and two CPUs could still store to it.
    /// </summary>
    [Fact]
    public Task Leaves_stale_TLB_entries() => Verify(Scenario.On(DumpMachine.Plain).Dumps(
        """
        p0 = vmalloc(0x1000)
        write(p0, 0x11)
        write(p0, 0x22) on cpu 1
        vfree(p0)
        """, "vm_unmap_aliases()")).UseDirectory("dumps");

    [Fact]
    public Task Of_wrong_addresses_only_warns() => Verify(Scenario.On(DumpMachine.Plain).Events(
        """
        p0 = vmalloc(0x2000)
        vfree(NULL)
        vfree(p0+0x8)
        vfree(p0+0x1000)
        vfree(START+0x5000)
        """)).UseDirectory("dumps");
}
