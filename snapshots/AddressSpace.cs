// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Snapshots;

public class AddressSpace
{
    /// <summary>64 GiB in a line: every area and guard is seen, long runs are cut short.</summary>
    [Fact]
    public Task Of_64_gibibytes() => Verify(Scenario.On(DumpMachine.Plain).Strips(
        """
        p0 = vmalloc(0x100000)
        a1 = get_vm_area(0x40000000, VM_IOREMAP)
        p2 = vmalloc(0x201000)
        vfree(p0)
        """)).UseDirectory("dumps");
}
