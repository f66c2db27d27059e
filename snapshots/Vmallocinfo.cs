// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Snapshots;

public class Vmallocinfo
{
    const string EveryKind =
        """
        p0 = __vmalloc_node(4096, 1, GFP_KERNEL|__GFP_HIGHMEM, PAGE_KERNEL, -1)
        p1 = vmalloc(0x201000)
        p2 = vmalloc_user(4096)
        f3 = take(2, -1)
        m4 = vmap([f3[0..1]], 2, VM_MAP, PAGE_KERNEL)
        a5 = get_vm_area(0x4000, VM_IOREMAP)
        p6 = vmalloc(4096)
        vfree(p6)
        """;

    [Fact]
    public Task Of_every_kind() => Verify(Scenario.On(DumpMachine.Plain).Output(
        EveryKind + "\nvmallocinfo()\nvmalloc_usage()")).UseDirectory("dumps");

    [Fact]
    public Task Of_two_nodes() => Verify(Scenario.On(DumpMachine.TwoNodes).Output(
        """
        p0 = vmalloc_node(0x3000, 1)
        p1 = vmalloc_node(0x2000, 0)
        vmallocinfo()
        """)).UseDirectory("dumps");
}
