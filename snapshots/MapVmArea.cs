// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Snapshots;

/// <summary>
/// 258 pages from 256 below a boundary: a second table of that level and of all below.
/// </summary>
public class MapVmArea
{
    [Fact]
    public Task Across_a_table_boundary() => Verify(
        Scenario.On(DumpMachine.TableBoundary).Dumps("p0 = vmalloc(0x102000)"))
        .UseDirectory("dumps");

    [Fact]
    public Task Across_a_pmd_boundary() => Verify(
        Scenario.On(DumpMachine.PmdBoundary).Dumps("p0 = vmalloc(0x102000)"))
        .UseDirectory("dumps");

    [Fact]
    public Task Across_a_pud_boundary() => Verify(
        Scenario.On(DumpMachine.PudBoundary).Dumps("p0 = vmalloc(0x102000)"))
        .UseDirectory("dumps");

    [Fact]
    public Task Of_frames_mapped_twice() => Verify(Scenario.On(DumpMachine.Plain).Dumps(
        """
        p0 = vmalloc(0x3000)
        m1 = vmap([p0[1..2], p0[1]], 3, VM_MAP, PAGE_KERNEL)
        """)).UseDirectory("dumps");

    /// <summary>The array ends early: what was mapped before the NULL stays mapped.</summary>
    [Fact]
    public Task Stops_at_a_null_page() => Verify(Scenario.On(DumpMachine.Plain).Dumps(
        """
        f0 = take(2, -1)
        a1 = get_vm_area(0x3000, VM_MAP)
        map_vm_area(a1, PAGE_KERNEL, [f0[0..1], NULL])
        """)).UseDirectory("dumps");
}
