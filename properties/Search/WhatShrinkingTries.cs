// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>
/// All that is tried, in its order, when nothing simpler fails: what is missing here, no failure
/// is ever shrunk to.
/// </summary>
public sealed class WhatShrinkingTries
{
    const ulong Page = 4096;

    /// <summary>Frames, and a mapping of them.</summary>
    const string Mapped =
        "f1 = take(2, -1); m2 = vmap([f1[0..1]], 2, VM_MAP, PAGE_KERNEL)";

    static readonly Machine small = Machines.Find("small")!;

    [Fact]
    public void On_a_size_is_a_bound_found_in_few_steps_and_whole_pages() => Assert.Equal(
        [
            "p0 = vmalloc(4096)", "p0 = vmalloc(204800)", "p0 = vmalloc(307200)",
            "p0 = vmalloc(405504)", "p0 = vmalloc(409600)",
        ],
        Tried(new Command(CommandKind.Vmalloc) { Name = 0, Size = (100 * Page) + 5 }));

    [Fact]
    public void On_a_single_page_is_nothing() =>
        Assert.Empty(Tried(new Command(CommandKind.Vmalloc) { Name = 0, Size = Page }));

    [Fact]
    public void On_a_fault_is_none_one_an_early_one_and_a_passing_one() => Assert.Equal(
        [
            "p0 = vmalloc(4096) fail slab once 1",
            "p0 = vmalloc(4096) fail page sticky 8",
            "p0 = vmalloc(4096) fail page once 8 fail slab once 1",
            "p0 = vmalloc(4096) fail page sticky 0 fail slab once 1",
            "p0 = vmalloc(4096) fail page sticky 1 fail slab once 1",
            "p0 = vmalloc(4096) fail page sticky 4 fail slab once 1",
            "p0 = vmalloc(4096) fail page sticky 6 fail slab once 1",
            "p0 = vmalloc(4096) fail page sticky 7 fail slab once 1",
        ],
        Tried(new Command(CommandKind.Vmalloc)
        {
            Name = 0, Size = Page, Fault = new(FaultSite.Page, FaultMode.Sticky, 8),
            AlsoFault = new(FaultSite.Slab, FaultMode.Once, 1),
        }));

    [Fact]
    public void On_a_reading_is_none_and_an_earlier_one() => Assert.Equal(
        [
            "p0 = vmalloc(4096)",
            "p0 = vmalloc(4096) list page 0",
            "p0 = vmalloc(4096) list page 1",
            "p0 = vmalloc(4096) list page 2",
            "p0 = vmalloc(4096) list page 3",
        ],
        Tried(new Command(CommandKind.Vmalloc)
        {
            Name = 0, Size = Page, Reading = new(FaultSite.Page, 4),
        }));

    [Fact]
    public void On_a_block_asked_for_in_detail_is_each_detail_left_out() => Assert.Equal(
        [
            "p0 = __vmalloc_node(4096, 1, GFP_KERNEL|__GFP_HIGHMEM, PAGE_KERNEL, -1)",
            "p0 = vmalloc(4096)",
            "p0 = __vmalloc(4096, GFP_NOFS|__GFP_DMA|__GFP_ZERO, PAGE_KERNEL_EXEC)",
            "p0 = __vmalloc_node(4096, 8192, GFP_NOFS|__GFP_DMA|__GFP_ZERO, PAGE_KERNEL_EXEC, -1)",
            "p0 = __vmalloc_node(4096, 1, GFP_NOFS|__GFP_DMA|__GFP_ZERO, PAGE_KERNEL_EXEC, 1)",
            "p0 = __vmalloc_node(4096, 4096, GFP_NOFS|__GFP_DMA|__GFP_ZERO, PAGE_KERNEL_EXEC, 1)",
            "p0 = __vmalloc_node(4096, 8192, GFP_NOFS|__GFP_DMA|__GFP_ZERO, PAGE_KERNEL, 1)",
            "p0 = __vmalloc_node(4096, 8192, GFP_KERNEL|__GFP_HIGHMEM, PAGE_KERNEL_EXEC, 1)",
            "p0 = __vmalloc_node(4096, 8192, GFP_NOFS, PAGE_KERNEL_EXEC, 1)",
            "p0 = __vmalloc_node(4096, 8192, GFP_NOFS|__GFP_ZERO, PAGE_KERNEL_EXEC, 1)",
        ],
        Tried(new Command(CommandKind.VmallocNodeInner)
        {
            Name = 0, Size = Page, Align = 2 * Page, Gfp = Gfp.Nofs | Gfp.Zero | Gfp.Dma,
            Prot = Pgprot.KernelExec, Node = 1,
        }));

    [Fact]
    public void On_a_CPU_is_the_first_one_alone_and_with_all_else() => Assert.Equal(
        [
            "p0 = vmalloc_node(4096, -1)", "p0 = vmalloc_node(4096, 1)",
            "p0 = vmalloc(4096) on cpu 1", "p0 = vmalloc_node(4096, -1) on cpu 1",
        ],
        Tried(new Command(CommandKind.VmallocNode) { Name = 0, Size = Page, Node = 1, Cpu = 1 }));

    [Theory]
    [InlineData(CommandKind.VmallocUser)]
    [InlineData(CommandKind.VmallocExec)]
    [InlineData(CommandKind.Vmalloc32)]
    [InlineData(CommandKind.Vmalloc32User)]
    [InlineData(CommandKind.Vzalloc)]
    public void On_a_special_entry_point_is_the_plain_one(CommandKind kind) =>
        Assert.Equal(["p0 = vmalloc(4096)"], Tried(new Command(kind) { Name = 0, Size = Page }));

    [Fact]
    public void On_a_bounded_range_is_any_range_and_the_start() => Assert.Equal(
        [
            "a0 = get_vm_area(4096, VM_IOREMAP)",
            "a0 = __get_vm_area(4096, VM_IOREMAP, START, START+0x4000)",
            "a0 = __get_vm_area(4096, VM_MAP, START+0x1000, START+0x4000)",
        ],
        Tried(new Command(CommandKind.GetVmAreaInner)
        {
            Name = 0, Size = Page, Flags = VmFlags.Ioremap, Start = Page, End = 4 * Page,
        }));

    [Fact]
    public void On_taken_pages_is_fewer_of_them() => Assert.Equal(
        [
            "f0 = take(9, -1)", "f0 = take(1, 1)", "f0 = take(4, 1)", "f0 = take(7, 1)",
            "f0 = take(8, 1)",
        ],
        Tried(new Command(CommandKind.Take) { Name = 0, Count = 9, Node = 1 }));

    [Fact]
    public void On_a_list_is_each_part_away_shorter_and_from_its_start() => Assert.Equal(
        [
            "m0 = vmap([NULL*2], 2, VM_MAP, PAGE_KERNEL)",
            "m0 = vmap([f1[3], NULL*2], 3, VM_MAP, PAGE_KERNEL)",
            "m0 = vmap([f1[3..4], NULL*2], 4, VM_MAP, PAGE_KERNEL)",
            "m0 = vmap([f1[0..2], NULL*2], 5, VM_MAP, PAGE_KERNEL)",
            "m0 = vmap([f1[3..5]], 3, VM_MAP, PAGE_KERNEL)",
            "m0 = vmap([f1[3..5], NULL], 4, VM_MAP, PAGE_KERNEL)",
        ],
        Tried(new Command(CommandKind.Vmap)
        {
            Name = 0, Count = 5, Flags = VmFlags.Map,
            Pages = [new(Operand.Named(1), 3, 3), PageSlice.NullEntries(2)],
        }).Select(static line => line.Replace("p1[", "f1[")));

    [Fact]
    public void On_a_count_of_its_own_is_the_list_alone() => Assert.Equal(
        [
            "m0 = vmap([], 3, VM_MAP, PAGE_KERNEL)", "m0 = vmap([p1[0]], 3, VM_MAP, PAGE_KERNEL)",
        ],
        Tried(new Command(CommandKind.Vmap)
        {
            Name = 0, Count = 3, Flags = VmFlags.Map, Pages = [new(Operand.Named(1), 0, 2)],
        }));

    [Fact]
    public void On_a_store_is_another_CPU_place_and_value() => Assert.Equal(
        [
            "write(p0+0x1009, 7)", "write(p0, 7) on cpu 1", "write(p0+0x1000, 7) on cpu 1",
            "write(p0+0x1009, 1) on cpu 1",
        ],
        Tried(new Command(CommandKind.Write)
        {
            Pointer = Operand.Named(0, Page + 9), Value = 7, Cpu = 1,
        }));

    [Fact]
    public void On_the_least_store_is_nothing() => Assert.Empty(
        Tried(new Command(CommandKind.Write) { Pointer = Operand.Named(0), Value = 1 }));

    /// <summary>With what they depend on, then also with the users of that; then parts.</summary>
    [Fact]
    public void On_many_commands_is_what_the_last_needs_and_then_without_each() => Assert.Equal(
        [
            $"{Mapped}; vunmap(m2)",
            $"{Mapped}; read(m2); vunmap(m2)",
            $"{Mapped}; read(m2); grace(); vunmap(m2)",
            $"p0 = vmalloc(4096); {Mapped}",
            "grace()",
            $"p0 = vmalloc(4096); {Mapped}; read(m2); grace()",
            $"p0 = vmalloc(4096); {Mapped}; read(m2); vunmap(m2)",
            $"p0 = vmalloc(4096); {Mapped}; grace(); vunmap(m2)",
            "p0 = vmalloc(4096); f1 = take(2, -1); grace()",
            "p0 = vmalloc(4096); grace()",
        ],
        Tried(
            new(CommandKind.Vmalloc) { Name = 0, Size = Page },
            new(CommandKind.Take) { Name = 1, Count = 2 },
            new(CommandKind.Vmap)
            {
                Name = 2, Count = 2, Flags = VmFlags.Map, Pages = [new(Operand.Named(1), 0, 2)],
            },
            new(CommandKind.Read) { Pointer = Operand.Named(2) },
            new(CommandKind.Grace),
            new(CommandKind.Vunmap) { Pointer = Operand.Named(2) }).Take(10));

    /// <summary>Of 100 requests that need nothing of each other.</summary>
    [Fact]
    public void On_a_long_trace_is_its_end_and_then_halves_and_quarters() => Assert.Equal(
        [1, 4, 16, 64, 50, 50, 75, 75, 75, 75, 88, 88, 88, 88, 88, 88, 88, 88, 96, 94],
        Traces(small,
            [
                .. Enumerable.Range(0, 100).Select(static name => new Command(CommandKind.Vmalloc)
                {
                    Name = name, Size = Page * (ulong)(name + 1),
                }),
            ]).Skip(1).Take(20).Select(static trace => trace.Commands.Count));

    [Fact]
    public void On_a_machine_is_one_CPU_one_node_no_grace_periods_and_no_debugging()
    {
        Machine large = small with
        {
            Cpus = 4, Online = 4, Nodes = 2, Rcu = RcuMode.Manual, DebugPagealloc = true,
        };
        Command block = new(CommandKind.VmallocNode) { Name = 0, Size = Page, Node = 1, Cpu = 3 };

        var tried = Traces(large, block).Where(trace => trace.Machine != large).ToArray();

        Assert.Equal(
            [
                large with { Cpus = 1, Online = 1, Nodes = 1 },
                large with { Nodes = 1 },
                large with { Rcu = RcuMode.EndOfCommand },
                large with { DebugPagealloc = false },
            ],
            tried.Select(static trace => trace.Machine));
        Assert.Equal(
            [(0, 0), (3, 0), (3, 1), (3, 1)],
            tried.Select(static trace => (trace.Commands[0].Cpu, trace.Commands[0].Node)));
    }

    /// <summary>Its names count from 0 already.</summary>
    [Fact]
    public void Is_different_each_time()
    {
        string[] tried =
        [
            .. Traces(small, [.. NamedTraces.Draw(1, small, 30).Commands])
                .Select(TraceWriter.Write),
        ];

        Assert.Equal(tried.Distinct(), tried);
    }

    static string[] Tried(params Command[] commands)
    {
        string whole = Text(commands);
        return
        [
            .. Traces(small, commands).Where(static trace => trace.Machine == small)
                .Select(static trace => Text(trace.Commands)).Where(text => text != whole),
        ];
    }

    static string Text(IReadOnlyList<Command> commands) =>
        string.Join("; ", TraceWriter.Lines(commands));

    /// <summary>Every trace that is run while only the whole one fails.</summary>
    static List<Trace> Traces(Machine machine, params Command[] commands)
    {
        List<Trace> tried = [];
        Trace whole = new(machine, Era.V2632, DefectMode.Fixed, commands);
        new Shrinker(trace =>
        {
            tried.Add(trace);
            return trace.Equals(whole) ? new Symptom("as it is", commands.Length - 1) : null;
        }) { MaxRuns = 1000 }.Shrink(whole);
        return tried;
    }
}
