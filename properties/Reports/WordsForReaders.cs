// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>Sizes, long lines and long page lists as reports print them.</summary>
public sealed class WordsForReaders
{
    [Theory]
    [InlineData(0UL, "0B")]
    [InlineData(99_999UL << 10, "99999K")]
    [InlineData(67_106_812UL << 10, "64G-2052K")]
    [InlineData((64UL << 30) + (12UL << 10), "64G+12K")]
    [InlineData(100_001UL << 10, "100001K")]
    [InlineData(1UL << 63, "8E")]
    [InlineData(ulong.MaxValue, "16E-1B")]
    public void Say_a_size_exactly_in_few_digits(ulong bytes, string told) =>
        Assert.Equal(told, SizeText.Readable(bytes));

    [Fact]
    public void Wrap_a_long_word_behind_a_comma() => Assert.Equal(
        ["maps", "  f0,f2,f4,", "  f6"], LineWrap.Of("maps f0,f2,f4,f6", 12));

    [Theory]
    [InlineData(
        "f0[0], f0[2], f0[4], f0[6], f0[8], f0[10], f0[12], f0[14], f0[1]", 9,
        "m1 = vmap((struct page *[]){ f0[0], f0[2], f0[4], f0[6], f0[8], f0[10], f0[12], f0[14], "
            + "f0[1] }, 9, VM_MAP, PAGE_KERNEL);")]
    [InlineData(
        "NULL*30, f0[1..12]", 42,
        "NULL, NULL, f0[1], f0[2], /* and 10 more */ }, 42, VM_MAP, PAGE_KERNEL);")]
    public void Write_page_lists_as_C_with_their_indices(string pages, int count, string end)
    {
        Trace trace = TraceReader.Read(MachineInATrace.Header
            + $"f0 = take(16, -1)\nm1 = vmap([{pages}], {count}, VM_MAP, PAGE_KERNEL)\n");
        Assert.EndsWith(end, new CStatement(trace).Of(trace.Commands[1]));
    }

    [Theory]
    [InlineData("vunmap(m8)", "vunmap(m8);")]
    [InlineData("vfree(a9)", "vfree(a9->addr);")]
    [InlineData("free_vm_area(a9)", "free_vm_area(a9);")]
    [InlineData("vm_unmap_ram(r7)", "vm_unmap_ram(r7, /* pages mapped there */ count);")]
    [InlineData("give_back([f9[0..1]])",
        "__free_page() of each of (struct page *[]){ f9[0], f9[1] };")]
    [InlineData("give_back([p9[0]])",
        "__free_page() of each of (struct page *[]){ vmalloc_to_page(p9 + 0) };")]
    public void Call_what_nothing_makes_as_the_trace_does(string command, string statement)
    {
        Trace trace = TraceReader.Read(MachineInATrace.Header + command);
        Assert.Equal(statement, new CStatement(trace).Of(trace.Commands[0]));
    }

    [Theory]
    [InlineData("v1", "pcpu_free_vm_areas(v1, 2);")]
    [InlineData("NULL", "pcpu_free_vm_areas(&(struct vm_struct *){ find_vm_area(NULL) }, 1);")]
    [InlineData("START",
        "pcpu_free_vm_areas(&(struct vm_struct *){ find_vm_area(VMALLOC_START) }, 1);")]
    [InlineData("v1+0x1000",
        "pcpu_free_vm_areas(&(struct vm_struct *){ find_vm_area(v1[0]->addr + 4096) }, 1);")]
    public void Write_the_free_of_a_percpu_group_with_its_count(string operand, string statement)
    {
        Trace trace = TraceReader.Read(MachineInATrace.Header
            + "v1 = pcpu_get_vm_areas([0+8192, 16384+8192], 4096, GFP_KERNEL)\n"
            + $"pcpu_free_vm_areas({operand})\n");
        Assert.Equal(statement, new CStatement(trace).Of(trace.Commands[1]));
    }

    [Theory]
    [InlineData("2.6.37", "4096, GFP_KERNEL);")]
    [InlineData("2.6.39", "4096);")]
    public void Write_a_percpu_group_with_the_mask_as_long_as_it_had_one(string era, string end)
    {
        Trace trace = TraceReader.Read(
            MachineInATrace.Header.Replace("era 2.6.32", $"era {era}", StringComparison.Ordinal)
            + "v1 = pcpu_get_vm_areas([0+8192], 4096, GFP_KERNEL)\n");
        Assert.EndsWith(end, new CStatement(trace).Of(trace.Commands[0]));
    }

    [Theory]
    [InlineData("2.6.32", "r1 = vm_map_ram(f0, 3, -1, PAGE_KERNEL);")]
    [InlineData("6.1", "r1 = vm_map_ram(f0, 3, -1);")]
    public void Write_vm_map_ram_with_the_arguments_of_its_version(string era, string statement)
    {
        Trace trace = TraceReader.Read(MachineInATrace.Header.Replace("2.6.32", era)
            + "f0 = take(3, -1)\nr1 = vm_map_ram([f0[0..2]], -1)\nvm_unmap_ram(r1)\n"
            + "vm_unmap_ram(START)\n");
        CStatement c = new(trace);
        Assert.Equal(
            [
                statement, "vm_unmap_ram(r1, 3);",
                "vm_unmap_ram(VMALLOC_START, /* pages mapped there */ count);",
            ],
            trace.Commands.Skip(1).Select(c.Of));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(65)]
    public void Do_not_blame_the_address_space_where_a_page_was_missing(int pages)
    {
        Trace trace = TraceReader.Read(
            MachineInATrace.Header.Replace("end=0x49000005ffff", "end=0x49000fffffff")
            + $"r1 = vm_map_ram([NULL*{pages}], -1)\n");
        TraceAsC calls = TraceAsC.Of(
            trace, new Model.Model(trace.Era, trace.Mode), static _ => { });
        Assert.Contains("-> NULL, WARN: NULL page START+0x", calls.ToString());
    }

    [Fact]
    public void Blame_the_address_space_where_none_is_left()
    {
        Trace trace = TraceReader.Read(MachineInATrace.Header.Replace("prints=1", "prints=0")
            + "p0 = vmalloc(196608)\np1 = vmalloc(196608)\n");
        TraceAsC calls = TraceAsC.Of(
            trace, new Model.Model(trace.Era, trace.Mode), static _ => { });
        Assert.Contains("-> NULL: no address space */", calls.ToString());
    }

    [Fact]
    public void Say_of_a_percpu_group_larger_than_the_range_what_its_warning_says()
    {
        Trace trace = TraceReader.Read(MachineInATrace.Header
            + "v1 = pcpu_get_vm_areas([0+8192, 0x40000000+8192], 4096, GFP_KERNEL)\n");
        TraceAsC calls = TraceAsC.Of(
            trace, new Model.Model(trace.Era, trace.Mode), static _ => { });
        Assert.Contains("-> NULL, WARN: percpu group larger than the range", calls.ToString());
    }

    [Fact]
    public void Name_no_table_that_the_hardware_does_not_have()
    {
        Trace trace = TraceReader.Read(MachineInATrace.Header
            .Replace("levels=9/9/9/9", "levels=10/0/0/10")
            .Replace("0x490000000000", "0xf8000000").Replace("0x49000005ffff", "0xf805ffff")
            + "p0 = vmalloc(4096)\n");
        string told = "";
        new Story(trace, new Model.Model(trace.Era, trace.Mode), []).Tell(step =>
            told += string.Join('\n', PictureDifference.Of(
                trace.Machine, step.Before, step.After!)));
        Assert.Contains("page tables added: pte\n", told);
        Assert.Contains("page tables  0 -> 1 pte\n", told);
    }

    [Fact]
    public void Fold_lines_that_come_again_and_again() => Assert.Equal(
        ["a", "b, then c: 3 times", "d: 4 times", "e", "e"],
        RepeatedLines.Folded(["a", "b", "c", "b", "c", "b", "c", "d", "d", "d", "d", "e", "e"]));
}
