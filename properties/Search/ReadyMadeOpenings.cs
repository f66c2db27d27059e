// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>
/// The openings that are tried for any failure, on a range of 99 pages of 64 bytes whose mark is
/// 24: what is missing here, a long trace that came to it otherwise is not brought down to.
/// </summary>
public sealed class ReadyMadeOpenings
{
    const int Faults = 16;

    static readonly Command purge = new(CommandKind.VmUnmapAliases);

    static readonly Command block = new(CommandKind.Vmalloc) { Name = 4, Size = 7 * 64 };

    [Fact]
    public void Are_a_fault_at_each_early_visit() => Assert.Equal(
        Lines("""
            vm_unmap_aliases() fail page once 0
            vm_unmap_aliases() fail page once 1
            vm_unmap_aliases() fail page once 2
            vm_unmap_aliases() fail page once 4
            vm_unmap_aliases() fail page once 8
            vm_unmap_aliases() fail page once 16
            vm_unmap_aliases() fail slab once 0
            vm_unmap_aliases() fail slab once 1
            vm_unmap_aliases() fail slab once 2
            vm_unmap_aliases() fail slab once 3
            vm_unmap_aliases() fail slab once 4
            vm_unmap_aliases() fail slab once 5
            vm_unmap_aliases() fail table once 0
            vm_unmap_aliases() fail table once 1
            vm_unmap_aliases() fail table once 2
            vm_unmap_aliases() fail table once 3
            """),
        Of(purge).Take(Faults));

    [Fact]
    public void Of_a_call_that_fails_keep_what_it_needs_and_nothing_else() => Assert.Equal(
        "p4 = vmalloc(448); vfree(p4) fail page once 0",
        Of(
            block with { Name = 2 }, block,
            new(CommandKind.Vfree) { Pointer = Operand.Named(4) })[0]);

    [Fact]
    public void Are_all_ways_to_a_purge() => Assert.Equal(
        Lines("""
            a0 = get_vm_area(3072, VM_IOREMAP)
            a1 = get_vm_area(6272, VM_MAP)
            p0 = vmalloc(1) fail page once 0; a1 = get_vm_area(6272, VM_MAP)
            a1 = get_vm_area(6336, VM_MAP)
            p0 = vmalloc(1) fail page once 0; a1 = get_vm_area(6336, VM_MAP)
            a1 = get_vm_area(6208, VM_MAP)
            p0 = vmalloc(1) fail page once 0; a1 = get_vm_area(6208, VM_MAP)
            p0 = vmalloc(1) fail page once 0; vm_unmap_aliases()
            p0 = vmalloc(1600); vfree(p0)
            p0 = vmalloc(1472); vfree(p0)
            p0 = vmalloc(1); vfree(p0); vm_unmap_aliases()
            a0 = get_vm_area(1472, VM_MAP); vfree(a0)
            a0 = get_vm_area(1536, VM_MAP); vfree(a0)
            a0 = get_vm_area(1408, VM_MAP); vfree(a0)
            """),
        Of(purge).Skip(Faults));

    /// <summary>The second leaves out its pages array, which crosses it then.</summary>
    [Theory]
    [InlineData(0, 80, "p0 = vmalloc(64); vfree(p0)", "p0 = vmalloc(64); vfree(p0)")]
    [InlineData(3, 80, "p0 = vmalloc(256); vfree(p0)", "p0 = vmalloc(128); vfree(p0)")]
    [InlineData(24, 20, "p0 = vmalloc(640); vfree(p0)", "p0 = vmalloc(512); vfree(p0)")]
    [InlineData(24, 1, "p0 = vmalloc(64); vfree(p0)", "p0 = vmalloc(64); vfree(p0)")]
    public void Cross_the_mark_as_far_as_memory_goes(int mark, int memory, params string[] told) =>
        Assert.Equal(
            told,
            On(Machines.Toy with { LazyMax = mark, TotalRam = memory }, purge)
                .Where(static text => text.EndsWith("; vfree(p0)", StringComparison.Ordinal)));

    [Fact]
    public void Are_no_range_of_one_page_its_guard_page() => Assert.Equal(
        ["a0 = get_vm_area(64, VM_MAP); vfree(a0)"],
        On(Machines.Toy with { LazyMax = 1 }, purge)
            .Where(static text => text.EndsWith("vfree(a0)", StringComparison.Ordinal)));

    /// <summary>Of 2^33 pages no request takes the half.</summary>
    [Fact]
    public void Are_no_range_of_all_where_that_is_beyond_measure() => Assert.DoesNotContain(
        On(Machines.Find("x86-64")!, purge), static text => text.Contains("a1 ="));

    /// <summary>A mark of 0, a range of less than a page, a list as long as can be said.</summary>
    [Fact]
    public void Are_there_for_the_least_machine_and_the_largest_request()
    {
        Machine least = Machines.Toy with { End = Machines.Toy.Start + 1, LazyMax = 0 };

        string[] all =
            On(least, new Command(CommandKind.Vmap) { Name = 4, Count = ulong.MaxValue - 1 });

        Assert.Contains("p0 = vmalloc(64); vfree(p0)", all);
        Assert.DoesNotContain(all, static text => text.Contains("a5 ="));
    }

    [Fact]
    public void Of_a_request_are_extreme_sizes_and_alignments() => Assert.Equal(
        Lines("""
            p4 = __vmalloc_node(448, 8192, GFP_KERNEL|__GFP_HIGHMEM, PAGE_KERNEL, -1)
            p4 = __vmalloc_node(6272, 1, GFP_KERNEL|__GFP_HIGHMEM, PAGE_KERNEL, -1)
            p4 = __vmalloc_node(3136, 1, GFP_KERNEL|__GFP_HIGHMEM, PAGE_KERNEL, -1)
            p4 = __vmalloc_node(512, 1, GFP_KERNEL|__GFP_HIGHMEM, PAGE_KERNEL, -1)
            """),
        Of(block with { Kind = CommandKind.VmallocNodeInner }).Skip(Faults).Take(4));

    [Fact]
    public void Of_a_request_are_ranges_beside_it_a_page_wider_or_less()
    {
        const string range = "a4 = get_vm_area(448, VM_MAP)";
        Assert.Equal(
            Lines($"""
                a5 = get_vm_area(5760, VM_MAP); p4 = vmalloc(448)
                a5 = get_vm_area(5760, VM_MAP); {range}
                a5 = __get_vm_area(5760, VM_MAP, START+0x200, START+0x18ff); p4 = vmalloc(448)
                a5 = __get_vm_area(5760, VM_MAP, START+0x200, START+0x18ff); {range}
                a5 = __get_vm_area(5760, VM_MAP, START+0x1c0, START+0x18ff); p4 = vmalloc(448)
                a5 = __get_vm_area(5760, VM_MAP, START+0x1c0, START+0x18ff); {range}
                a5 = get_vm_area(5824, VM_MAP); p4 = vmalloc(448)
                a5 = get_vm_area(5824, VM_MAP); {range}
                a5 = __get_vm_area(5824, VM_MAP, START+0x200, START+0x18ff); p4 = vmalloc(448)
                a5 = __get_vm_area(5824, VM_MAP, START+0x200, START+0x18ff); {range}
                a5 = __get_vm_area(5824, VM_MAP, START+0x1c0, START+0x18ff); p4 = vmalloc(448)
                a5 = __get_vm_area(5824, VM_MAP, START+0x1c0, START+0x18ff); {range}
                a5 = get_vm_area(5696, VM_MAP); p4 = vmalloc(448)
                a5 = get_vm_area(5696, VM_MAP); {range}
                a5 = __get_vm_area(5696, VM_MAP, START+0x200, START+0x18ff); p4 = vmalloc(448)
                a5 = __get_vm_area(5696, VM_MAP, START+0x200, START+0x18ff); {range}
                a5 = __get_vm_area(5696, VM_MAP, START+0x1c0, START+0x18ff); p4 = vmalloc(448)
                a5 = __get_vm_area(5696, VM_MAP, START+0x1c0, START+0x18ff); {range}
                """),
            Of(block).Where(static text => text.Contains("a5 =")));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 18)]
    [InlineData(95, 18)]
    [InlineData(96, 12)]
    [InlineData(97, 0)]
    public void Of_a_request_leave_room_for_it_and_for_another(int pages, int expected) =>
        Assert.Equal(
            expected,
            Of(
                new(CommandKind.Take) { Name = 4 },
                block with { Name = 0, Size = 64 * (ulong)pages })
                .Count(static text => text.Contains("a5 =")));

    [Fact]
    public void Of_a_mapping_leave_as_much_as_its_pages_take() => Assert.Contains(
        "a5 = get_vm_area(6080, VM_MAP); a4 = get_vm_area(128, VM_MAP)",
        Of(new Command(CommandKind.Vmap) { Name = 4, Count = 2 }));

    [Fact]
    public void Of_a_store_are_one_that_a_TLB_remembers_and_one_to_nobody()
    {
        string[] all = Of(
            new(CommandKind.Write) { Pointer = Operand.Named(2, 5), Value = 9, Cpu = 1 },
            new(CommandKind.Read) { Pointer = Operand.Named(2, 5) });

        Assert.Equal("read(START)", all[Faults]);
        Assert.Equal(
            Lines("""
                p0 = vmalloc(1600); write(p0, 9) on cpu 1; vfree(p0)
                p0 = vmalloc(1); write(p0, 9) on cpu 1; vfree(p0); vm_unmap_aliases()
                p0 = vmalloc(1600); read(p0); vfree(p0)
                p0 = vmalloc(1); read(p0); vfree(p0); vm_unmap_aliases()
                """),
            all[^4..]);
    }

    static string[] Of(params Command[] commands) => On(Machines.Toy, commands);

    static string[] On(Machine machine, params Command[] commands) =>
    [
        .. Situations.Of(new(machine, Era.V2632, DefectMode.Fixed, commands))
            .Select(static trace => string.Join("; ", TraceWriter.Lines(trace.Commands))),
    ];

    static string[] Lines(string text) => text.Split('\n');
}
