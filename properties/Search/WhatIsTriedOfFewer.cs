// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>
/// Shorter traces of other commands that are tried for a failure, besides ready-made openings; of
/// each trace once, as it is run once.
/// </summary>
public sealed class WhatIsTriedOfFewer
{
    const ulong Page = 64;
    const string Mapped = $"f1 = take(2, -1); {Map}";
    const string Map = "m2 = vmap([f1[0..1]], 2, VM_MAP, PAGE_KERNEL)";
    const string Failing = "a5 = get_vm_area(128, VM_IOREMAP) fail slab once 0";
    const string Area = $"{Failing}; free_vm_area(a5)";
    const string InnerBlock = "__vmalloc(128, GFP_KERNEL|__GFP_HIGHMEM, PAGE_KERNEL)";

    /// <summary>A range in the middle of all.</summary>
    const string Middle = "__get_vm_area(64, VM_MAP, START+0xc40, START+0x18ff)";

    static readonly Command block = new(CommandKind.Vmalloc) { Name = 0, Size = Page };
    static readonly Command free = new(CommandKind.Vfree) { Pointer = Operand.Named(0) };
    static readonly Command take = new(CommandKind.Take) { Name = 1, Count = 2 };
    static readonly Command map = new(CommandKind.Vmap)
    {
        Name = 2, Count = 2, Flags = VmFlags.Map, Prot = Pgprot.Kernel,
        Pages = [new(Operand.Named(1), 0, 2)],
    };

    static readonly Command unmap = new(CommandKind.Vunmap) { Pointer = Operand.Named(2) };
    static readonly Command area = new(CommandKind.GetVmArea)
    {
        Name = 5, Size = 2 * Page, Flags = VmFlags.Ioremap,
        Fault = new(FaultSite.Slab, FaultMode.Once, 0),
    };

    static readonly Command freeArea = new(CommandKind.FreeVmArea) { Pointer = Operand.Named(5) };

    [Fact]
    public void For_a_free_is_one_command_or_two_before_it_or_a_purge() => Assert.Equal(
        Lines($"""
            p0 = vmalloc(64); vfree(p0)
            a2 = get_vm_area(128, VM_MAP); p0 = vmalloc(64); vunmap(a2); vfree(p0)
            p2 = {InnerBlock}; p0 = vmalloc(64); vfree(p2); vfree(p0)
            f1 = take(2, -1); vfree(f1)
            {Mapped}; vfree(m2)
            a3 = {Middle}; p0 = vmalloc(64); vfree(p0)
            {Mapped}
            {Mapped}; vm_unmap_aliases()
            vm_unmap_aliases()
            p0 = vmalloc(64); vm_unmap_aliases()
            {Mapped}; vunmap(m2)
            {Mapped}; vunmap(m2); vm_unmap_aliases()
            {Mapped}; p0 = vmalloc(64); vfree(p0)
            {Mapped}; p0 = vmalloc(64); vm_unmap_aliases()
            """),
        Of(take, map, block, unmap, free));

    [Fact]
    public void For_an_unmap_is_what_needs_no_frames_or_another_result() => Assert.Equal(
        Lines($"""
            a2 = get_vm_area(128, VM_MAP); vunmap(a2)
            a2 = get_vm_area(128, VM_MAP); read(a2); vunmap(a2)
            p0 = vmalloc(64); a2 = get_vm_area(128, VM_MAP); read(a2); vunmap(a2)
            p2 = {InnerBlock}; vfree(p2)
            p2 = {InnerBlock}; read(p2); vfree(p2)
            p0 = vmalloc(64); p2 = {InnerBlock}; read(p2); vfree(p2)
            p0 = vmalloc(64); vunmap(p0)
            f1 = take(2, -1); vunmap(f1)
            {Mapped}; vunmap(m2)
            a3 = {Middle}; {Mapped}; vunmap(m2)
            p0 = vmalloc(64)
            p0 = vmalloc(64); vm_unmap_aliases()
            {Mapped}; vm_unmap_aliases()
            vm_unmap_aliases()
            p0 = vmalloc(64); {Mapped}; vunmap(m2)
            p0 = vmalloc(64); {Mapped}; vm_unmap_aliases()
            {Mapped}; read(m2); vunmap(m2)
            {Mapped}; read(m2); vm_unmap_aliases()
            """),
        Of(block, take, map, new(CommandKind.Read) { Pointer = Operand.Named(2) }, unmap));

    [Fact]
    public void For_a_mapping_is_one_of_NULL_entries_or_other_frames() => Assert.Equal(
        Lines($"""
            {Mapped}
            a2 = get_vm_area(128, VM_MAP)
            p0 = vmalloc(64); {Area}; a2 = get_vm_area(128, VM_MAP)
            p2 = {InnerBlock}
            p0 = vmalloc(64); {Area}; p2 = {InnerBlock}
            m2 = vmap([NULL*2], 2, VM_MAP, PAGE_KERNEL)
            p0 = vmalloc(64); m2 = vmap([p0[0..1]], 2, VM_MAP, PAGE_KERNEL)
            {Failing}; m2 = vmap([a5[0..1]], 2, VM_MAP, PAGE_KERNEL)
            {Area}; m2 = vmap([a5[0..1]], 2, VM_MAP, PAGE_KERNEL)
            a6 = {Middle}; {Mapped}
            p0 = vmalloc(64)
            p0 = vmalloc(64); vm_unmap_aliases()
            {Area}
            {Area}; vm_unmap_aliases()
            vm_unmap_aliases()
            f1 = take(2, -1); vm_unmap_aliases()
            p0 = vmalloc(64); {Area}
            p0 = vmalloc(64); {Area}; vm_unmap_aliases()
            p0 = vmalloc(64); {Mapped}
            p0 = vmalloc(64); f1 = take(2, -1); vm_unmap_aliases()
            {Area}; {Mapped}
            {Area}; f1 = take(2, -1); vm_unmap_aliases()
            """),
        Of(block, area, freeArea, take, map));

    [Fact]
    public void For_a_block_is_one_that_asks_for_all_of_the_range() => Assert.Equal(
        Lines($"""
            a7 = {Middle}; p0 = vmalloc(64) on cpu 1
            vfree(START); p0 = vmalloc(64) on cpu 1
            vfree(START); vm_unmap_aliases()
            vfree(START); p0 = vmalloc(6272) on cpu 1
            vfree(START); a0 = get_vm_area(6272, VM_MAP)
            p6 = vmalloc(64); p0 = vmalloc(64) on cpu 1
            p6 = vmalloc(64); vm_unmap_aliases()
            p6 = vmalloc(64); p0 = vmalloc(6272) on cpu 1
            p6 = vmalloc(64); a0 = get_vm_area(6272, VM_MAP)
            """),
        Of(
            free with { Pointer = Operand.FromStart(0) },
            block with { Name = 6 },
            block with { Cpu = 1 }));

    [Fact]
    public void A_request_grows_by_the_next_one_like_it_and_by_those_before() => Assert.Equal(
        Lines($"""
            a5 = get_vm_area(256, VM_IOREMAP); free_vm_area(a5); {Mapped}
            a5 = get_vm_area(320, VM_MAP); free_vm_area(a5); {Mapped}
            p0 = vmalloc(64); f1 = take(2, -1); a2 = get_vm_area(384, VM_MAP)
            p0 = vmalloc(256); {Mapped}
            a0 = get_vm_area(320, VM_MAP); {Mapped}
            p0 = vmalloc(64); a5 = get_vm_area(320, VM_IOREMAP); free_vm_area(a5); f1 = take(2, -1)
            p0 = vmalloc(64); a5 = get_vm_area(384, VM_MAP); free_vm_area(a5); f1 = take(2, -1)
            p0 = vmalloc(256); a5 = get_vm_area(128, VM_IOREMAP); free_vm_area(a5); f1 = take(2, -1)
            a0 = get_vm_area(320, VM_MAP); a5 = get_vm_area(128, VM_IOREMAP); free_vm_area(a5); f1 = take(2, -1)
            """),
        Merged(block, area with { Fault = Fault.None }, freeArea, take, map));

    [Fact]
    public void Frames_are_added_to_frames_and_pages_with_their_guard_to_pages() => Assert.Equal(
        Lines($"""
            p0 = vmalloc(64) on cpu 1; f7 = take(7, -1); p8 = vmalloc(193) on cpu 2; vunmap(p2)
            f1 = take(2, -1); f7 = take(5, -1); p8 = vmalloc(384) on cpu 2; vunmap(p2)
            f1 = take(2, -1); f7 = take(5, -1); a8 = get_vm_area(448, VM_MAP) on cpu 2; vunmap(p2)
            f1 = take(7, -1); p0 = vmalloc(64) on cpu 1; p8 = vmalloc(193) on cpu 2; vunmap(p2)
            f1 = take(2, -1); p0 = vmalloc(384) on cpu 1; f7 = take(5, -1); vunmap(p2)
            f1 = take(2, -1); a0 = get_vm_area(448, VM_MAP) on cpu 1; f7 = take(5, -1); vunmap(p2)
            """),
        Merged(
            take,
            block with { Cpu = 1 },
            take with { Name = 7, Count = 5 },
            block with { Name = 8, Cpu = 2, Size = 3 * Page + 1 },
            unmap));

    /// <summary>What is used stays; so does what asks for no addresses.</summary>
    [Fact]
    public void A_purge_takes_the_place_of_the_last_call_or_of_a_request_that_nobody_uses() =>
        Assert.Equal(
            Lines($"""
                {Mapped}; p0 = vmalloc(64); vm_unmap_aliases()
                {Mapped}; vm_unmap_aliases(); vunmap(m2)
                """),
            Fewer.Purging(On([take, map, block, unmap])).Select(Text));

    [Fact]
    public void No_purge_takes_the_place_of_a_purge() =>
        Assert.Empty(Fewer.Purging(On([take, map, unmap, new(CommandKind.VmUnmapAliases)])));

    /// <summary>Each alone, and then each two: 12 of them are 66 pairs.</summary>
    [Theory]
    [InlineData(12, 12 + 66)]
    [InlineData(13, 13)]
    public void Of_many_commands_no_pairs_are_tried(int count, int expected)
    {
        Command[] reads =
        [
            .. Enumerable.Range(0, count).Select(static at => new Command(CommandKind.Read)
            {
                Pointer = Operand.FromStart((ulong)at),
            }),
        ];

        string[] tried = Of([.. reads, new(CommandKind.Grace)]);

        Assert.Equal(
            expected,
            tried.Count(static text => text.EndsWith("; grace()") && !text.Contains(Middle)));
    }

    /// <summary>Else a fault takes the place of a command for ever.</summary>
    [Fact]
    public void A_fault_before_the_end_counts_as_a_command()
    {
        Command failing = block with { Fault = new(FaultSite.Page, FaultMode.Once, 0) };
        Command purge = new(CommandKind.VmUnmapAliases);

        Assert.DoesNotContain("p0 = vmalloc(1) fail page once 0; vm_unmap_aliases()", All(
            block, free, purge));
        Assert.Contains("p0 = vmalloc(1) fail page once 0; vm_unmap_aliases()", All(
            failing, free, purge));
    }

    /// <summary>It would be skipped: the same as without it.</summary>
    [Fact]
    public void What_uses_a_missing_result_is_not_run() =>
        Assert.DoesNotContain("p0 = vmalloc(64); vunmap(p2)", All(block, take, map, unmap));

    static string[] All(params Command[] commands) =>
        [.. Fewer.Versions(On(commands)).Select(Text)];

    static string[] Of(params Command[] commands)
    {
        Trace trace = On(commands);
        HashSet<string> openings = [.. Situations.Of(trace).Select(Whole)];
        return
        [
            .. Fewer.Versions(trace).Select(Text).Distinct()
                .Where(text => text.Length > 0 && !openings.Contains(text)),
        ];
    }

    static string[] Merged(params Command[] commands) =>
    [
        .. Enumerable.Range(0, commands.Length)
            .SelectMany(gone => Fewer.Merged(On(commands), gone)).Select(Text),
    ];

    static string Whole(Trace trace) => Text(Dependencies.Produced(trace));

    static Trace On(Command[] commands) =>
        new(Machines.Toy, Era.V2632, DefectMode.Fixed, commands);

    static string Text(Trace trace) => string.Join("; ", TraceWriter.Lines(trace.Commands));

    static string[] Lines(string text) => text.Split('\n');
}
