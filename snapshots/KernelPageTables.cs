// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Snapshots;

/// <summary>
/// The part of <c>kernel_page_tables</c> that is about the range: two blocks, a freed page between
/// them, and a device, on tables of four, two and three levels.
/// </summary>
public class KernelPageTables
{
    const string Calls =
        """
        p0 = vmalloc(0x6000)
        p1 = vmalloc(4096)
        p2 = vmalloc_exec(4096)
        d3 = ioremap(0x5dc000, 0x2000)
        vfree(p1)
        vm_unmap_aliases()
        """;

    [Fact]
    public Task Of_x86_64() =>
        Verify(Scenario.On(DumpMachine.X8664).KernelPageTables(Calls)).UseDirectory("dumps");

    [Fact]
    public Task Of_i386() =>
        Verify(Scenario.On(DumpMachine.I386).KernelPageTables(Calls)).UseDirectory("dumps");

    [Fact]
    public Task Of_pae() =>
        Verify(Scenario.On(DumpMachine.Pae).KernelPageTables(Calls)).UseDirectory("dumps");
}
