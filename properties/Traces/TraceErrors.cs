// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

public sealed class TraceErrors
{
    const string Header = MachineInATrace.Header;

    [Theory]
    [InlineData("valloc(1)", 1, "expected a command, found 'valloc'")]
    [InlineData("vmalloc(1", 10, "expected ')', found the end of the line")]
    [InlineData("vmalloc 1)", 9, "expected '(', found '1)'")]
    [InlineData("vmalloc()", 9, "expected a size, found ')'")]
    [InlineData("vmalloc(12z)", 9, "'12z' is no number of 64 bits")]
    [InlineData("vmalloc(0x)", 9, "'0x' is no number of 64 bits")]
    [InlineData("vmalloc(18446744073709551616)", 9, "is no number of 64 bits")]
    [InlineData("vmalloc(1) vmalloc(2)", 12, "expected the end of the line, found 'vmalloc(2)'")]
    [InlineData("q1 = vmalloc(1)", 1, "expected a name (p, m, a, f or r and up to 6 digits)")]
    [InlineData("p = vmalloc(1)", 1, "expected a name")]
    [InlineData("p1234567 = vmalloc(1)", 1, "expected a name")]
    [InlineData("m1 = vmalloc(1)", 6, "what vmalloc makes is named p1")]
    [InlineData("p1 = vfree(NULL)", 6, "vfree makes nothing")]
    [InlineData("vfree(STOP)", 7, "expected a name")]
    [InlineData("vfree(p1+)", 10, "expected an offset, found ')'")]
    [InlineData("vmalloc(1) on cpu 2", 19, "expected a CPU of the machine: '2' is not 0 to 1")]
    [InlineData("vmalloc(1) fail disk once 0", 17, "expected slab or page or table or any")]
    [InlineData("vmalloc(1) fail page twice 0", 22, "expected once or sticky or alternate")]
    [InlineData("vmalloc(1) fail page once -1", 27, "expected the number of a visit")]
    [InlineData("vmalloc(1) fail page once 0 fail", 33, "expected slab or page or table or any")]
    [InlineData(
        "vmalloc(1) fail page once 0 fail any once 0 fail any once 1", 45, "the end of the line")]
    [InlineData("vmalloc(1) list disk 0", 17, "expected slab or page or table or any")]
    [InlineData("vmalloc(1) list page once 0", 22, "expected the number of a visit")]
    [InlineData("vmalloc(1) list page 0 list page 1", 24, "the end of the line")]
    [InlineData(
        "vmalloc(1) list page 0 fail page once 0 list page 1", 41, "the end of the line")]
    [InlineData("vmalloc_node(1, 2)", 17, "expected a node of the machine: '2' is not 0 to 1")]
    [InlineData("vmalloc_node(1, -2)", 18, "expected 1 (-1 is any node)")]
    [InlineData("__vmalloc(1, GFP_USER, PAGE_KERNEL)", 14, "expected a gfp mask")]
    [InlineData("__vmalloc(1, 0x100000000, PAGE_KERNEL)", 14, "expected a gfp mask")]
    [InlineData("__vmalloc(1, GFP_KERNEL, PAGE_NONE)", 26, "expected PAGE_KERNEL, PAGE_")]
    [InlineData("get_vm_area(1, VM_HUGE)", 16, "expected VM_ flags")]
    [InlineData("__get_vm_area(1, VM_MAP, p1, START)", 26, "expected START, or an offset from it")]
    [InlineData("give_back([f1[3..1]])", 18, "expected a page index: '1' is not 3 to")]
    [InlineData("give_back([f1])", 14, "expected '['")]
    [InlineData("give_back([NULL*0])", 17, "expected a page index")]
    [InlineData("give_back([NULL*1000000, NULL*1000000])", 26, "more than 1048576 pages")]
    [InlineData("vfree(NULL) /* forever", 13, "the comment does not end on its line")]
    [InlineData("write(NULL, 256)", 13, "expected a byte: '256' is not 0 to 255")]
    [InlineData("\u00e9()", 1, "expected a command, found '\u00e9()'")]
    public void Name_line_column_and_what_was_expected(
        string command, int column, string problem) =>
        AssertError(Header + "p9 = vmalloc(1)\n" + command, 5, column, problem);

    [Theory]
    [InlineData("p9 = vmalloc(1)\np9 = vmalloc(1)", 5, 1, "is already taken in line 4")]
    [InlineData("p9 = vmalloc(1)\nf9 = take(1, -1)", 5, 1, "is already taken in line 4")]
    [InlineData("vfree(m9)\np9 = vmalloc(1)", 4, 7, "expected p9, as line 5 names it")]
    public void Compare_names_between_lines(
        string commands, int line, int column, string problem) =>
        AssertError(Header + commands, line, column, problem);

    [Theory]
    [InlineData("trace 1", "trace 2", 1, 15, "version 2 is not known")]
    [InlineData("vmcheck", "vmcheek", 1, 1, "expected a line that begins with 'vmcheck'")]
    [InlineData("\"m\"", "m", 2, 9, "expected a name of 1 to 64")]
    [InlineData(" ram=64", "", 2, 9, "expected 'ram=' too")]
    [InlineData("ram=64", "ram=64 ram=64", 2, 85, "'ram' is said twice")]
    [InlineData("ram=64", "ran=64", 2, 78, "a machine has no 'ran'")]
    [InlineData("page=4096", "page=4095", 2, 18, "page must be a power of two")]
    [InlineData("page=4096", "page=8", 2, 18, "'8' is not 16 to 65536")]
    [InlineData("levels=9/9/9/9", "levels=9/9/9", 2, 36, "expected '/'")]
    [InlineData("levels=9/9/9/9", "levels=9/11/9/9", 2, 32, "'11' is not 0 to 10")]
    [InlineData("levels=9/9/9/9", "levels=1/1/1/1", 2, 9, "the page tables reach 16 bits")]
    [InlineData("start=0x490000000000", "start=0x490000000001", 2, 9, "start must be page aligned")]
    [InlineData("start=0x490000000000", "start=0", 2, 44, "'0' is not 1 to 0xffffffffffffffff")]
    [InlineData("end=0x49000005ffff", "end=0x100", 2, 9, "end must be above start")]
    [InlineData("online=2", "online=3", 2, 9, "online must not exceed cpus")]
    [InlineData("cpus=2", "cpus=33", 2, 109, "'33' is not 1 to 32")]
    [InlineData("shmlba=4096", "shmlba=64", 2, 9, "shmlba must be at least a page")]
    [InlineData("rcu=end", "rcu=later", 2, 137, "expected end or manual, found 'later'")]
    [InlineData("era 2.6.32", "era 2.4", 3, 5, "expected 2.6.32 or 2.6.37 or 2.6.39 or 3.0 or 6.1 or 6.12, found '2.4'")]
    [InlineData("shmlba=4096", "shmlba=4096 early=4096@4096:VM_ALLOC early=4096@4096:VM_ALLOC",
        2, 213, "'early' is said twice")]
    [InlineData("shmlba=4096", "shmlba=4096 early=4096@4096:VM_MAP",
        2, 204, "expected VM_ALLOC or VM_IOREMAP, found 'VM_MAP'")]
    [InlineData("shmlba=4096", "shmlba=4096 early=4096@4097:VM_ALLOC", 2, 9,
        "early areas must be whole pages, and their alignments powers of two")]
    [InlineData("shmlba=4096", "shmlba=4096 early=0x100000@4096:VM_ALLOC", 2, 9,
        "early areas must lie in the range")]
    [InlineData("shmlba=4096", "shmlba=4096 vmap_block=4 vmap_block=4", 2, 201,
        "'vmap_block' is said twice")]
    [InlineData("shmlba=4096", "shmlba=4096 vmap_block=2", 2, 199, "'2' is not 4 to 1024")]
    [InlineData("shmlba=4096", "shmlba=4096 vmap_block=6", 2, 199,
        "vmap_block must be a power of two")]
    [InlineData("fixed", "broken", 3, 12, "expected fixed or faithful, found 'broken'")]
    public void Say_what_is_wrong_with_the_machine(
        string was, string becomes, int line, int column, string problem) =>
        AssertError(Header.Replace(was, becomes), line, column, problem);

    [Theory]
    [InlineData(0, "vmcheck")]
    [InlineData(1, "machine")]
    [InlineData(2, "era")]
    public void Name_the_line_that_a_short_file_lacks(int lines, string word)
    {
        string text = string.Join('\n', Header.Split('\n').Take(lines));
        TraceSyntaxException error =
            Assert.Throws<TraceSyntaxException>(() => TraceReader.Read(text));
        Assert.Contains($"begins with '{word}'", error.Message, StringComparison.Ordinal);
    }

    [Trait("Length", "long")]
    [Fact]
    public void Bound_the_number_of_commands()
    {
        string commands = string.Concat(Enumerable.Repeat("grace()\n", TraceWords.MaxCommands + 1));
        AssertError(Header + commands, TraceWords.MaxCommands + 4, 1, "more than 100000 commands");
    }

    [Fact]
    public void Bound_input_without_an_end()
    {
        using Endless endless = new();
        Assert.Throws<TraceSyntaxException>(() => TraceReader.Read(endless));
        Assert.InRange(endless.Given, 1, TraceWords.MaxCharacters + 1);
    }

    static void AssertError(string text, int line, int column, string problem)
    {
        TraceSyntaxException error =
            Assert.Throws<TraceSyntaxException>(() => TraceReader.Read(text));
        Assert.Equal((line, column), (error.Line, error.Column));
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    sealed class Endless : TextReader
    {
        public int Given { get; private set; }

        public override int Read(char[] buffer, int index, int count)
        {
            buffer.AsSpan(index, count).Fill('a');
            Given += count;
            return count;
        }
    }
}
