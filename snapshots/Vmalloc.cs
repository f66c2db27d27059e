// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Snapshots;

public class Vmalloc
{
    [Fact]
    public Task Of_one_page() => Verify(Scenario.On(DumpMachine.Plain).Dumps(
        "p0 = vmalloc(4096)")).UseDirectory("dumps");

    [Fact]
    public Task Of_three_neighbours_with_gaps() => Verify(Scenario.On(DumpMachine.Plain).Dumps(
        """
        p0 = vmalloc(4096)
        p1 = vmalloc(8192)
        p2 = vmalloc(5000)
        """)).UseDirectory("dumps");

    [Fact]
    public Task Of_512_pages() => Verify(Scenario.On(DumpMachine.Plain).Dumps(
        "p0 = vmalloc(0x200000)")).UseDirectory("dumps");

    [Fact]
    public Task Of_513_pages() => Verify(Scenario.On(DumpMachine.Plain).Dumps(
        "p0 = vmalloc(0x201000)")).UseDirectory("dumps");

    /// <summary>
    /// 65 pages: an array of 9 pages, whose own array of 2 pages no longer nests.
    /// </summary>
    [Fact]
    public Task Nests_twice_on_toy_pages() => Verify(Scenario.On(DumpMachine.Toy).Dumps(
        "p0 = vmalloc(4160)")).UseDirectory("dumps");

    [Fact]
    public Task On_each_of_two_nodes() => Verify(Scenario.On(DumpMachine.TwoNodes).Dumps(
        """
        p0 = vmalloc_node(0x3000, 0)
        p1 = vmalloc_node(0x2000, 1)
        p2 = vmalloc(4096) on cpu 1
        """)).UseDirectory("dumps");

    [Fact]
    public Task For_execution_and_for_users() => Verify(Scenario.On(DumpMachine.Plain).Dumps(
        """
        p0 = vmalloc(4096)
        p1 = vmalloc_exec(4096)
        p2 = vmalloc_user(4096)
        """)).UseDirectory("dumps");
}
