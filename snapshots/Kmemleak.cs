// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Snapshots;

public class Kmemleak
{
    /// <summary>vfree of the failure path comes before kmemleak_alloc was ever called.</summary>
    [Fact]
    public Task Unregisters_what_it_never_saw() => Verify(Scenario.On(DumpMachine.Plain).Events(
        "p0 = vmalloc(8192) fail page once 1")).UseDirectory("dumps");

    /// <summary>
    /// Two references are the kernel's own; without the third the block is leaked.
    /// </summary>
    [Fact]
    public Task Reports_what_nobody_remembers() => Verify(Scenario.On(DumpMachine.Plain).Dumps(
        """
        p0 = vmalloc(5000)
        p1 = vmalloc(4096)
        kmemleak_scan()
        drop(p0)
        kmemleak_scan()
        """)).UseDirectory("dumps");
}
