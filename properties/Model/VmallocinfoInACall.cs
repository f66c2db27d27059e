// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>/proc/vmallocinfo as another task reads it while a call waits for memory.</summary>
public sealed class VmallocinfoInACall
{
    const string Header = """
        vmcheck trace 1
        machine "toy" page=64 levels=3/3/3/3 start=0x8000 end=0x97ff ram=64 frames=128 nodes=2 cpus=2 online=2 lazymax=32 rcu=end debug_pagealloc=0 dma32=1 prints=1 shmlba=64

        """;

    const string Whole = "0x0000000000008000-0x0000000000008080     128 site pages=1 vmalloc N0=1\n";

    /// <summary>At the array, at the first and last page, at a table.</summary>
    [Theory]
    [InlineData("slab 2")]
    [InlineData("page 0")]
    [InlineData("page 7")]
    [InlineData("table 0")]
    public void Passes_over_the_area_that_is_being_built(string visit)
    {
        (Violation? violation, Step step) = Run("fixed", $"p1 = vmalloc(512) list {visit}");

        Assert.Null(violation);
        Assert.Equal(Whole, step.Text.ToString());
    }

    [Fact]
    public void Shows_it_once_a_later_call_waits()
    {
        (Violation? violation, Step step) = Run(
            "fixed", "p1 = vmalloc(128)", "p2 = vmalloc(64) list slab 0");

        Assert.Null(violation);
        Assert.Equal(
            Whole + "0x00000000000080c0-0x0000000000008180     192 site pages=2 vmalloc N0=2\n",
            step.Text.ToString());
    }

    /// <summary>Areas without pages of their own are whole as soon as they are listed.</summary>
    [Theory]
    [InlineData("a1 = alloc_vm_area(512)", "8200-0x0000000000008440     576 site ioremap")]
    [InlineData("d1 = ioremap(0x2000, 512)", "8200-0x0000000000008440     576 site phys=2000 ioremap")]
    [InlineData(
        "m1 = vmap([p0[0..7]], 8, VM_MAP, PAGE_KERNEL)",
        "80c0-0x0000000000008300     576 site vmap")]
    public void Shows_a_range_whose_tables_are_being_made(string call, string shown)
    {
        (Violation? violation, Step step) = Run("fixed", $"{call} list table 0");

        Assert.Null(violation);
        Assert.Equal($"{Whole}0x000000000000{shown}\n", step.Text.ToString());
    }

    [Theory]
    [InlineData("slab 2")]
    [InlineData("page 0")]
    [InlineData("page 1")]
    public void Follows_a_null_pointer_in_the_seed(string visit)
    {
        (Violation? violation, Step step) = Run("faithful", $"p1 = vmalloc(128) list {visit}");

        Assert.Equal("NoCallEndsInABug", violation?.Law.Name);
        Assert.Equal("show_numa_info", step.Outcome.Bug);
    }

    /// <summary>It is cut off behind its first page, which nothing maps yet.</summary>
    [Fact]
    public void That_ends_in_a_bug_leaves_nothing_else_to_judge()
    {
        Checker checker = new(
            new Model.Model(Era.V2632, DefectMode.Faithful),
            Claim.All.Where(static law => law.Name != "NoCallEndsInABug"))
        {
            FullAfterEachStep = true,
        };

        Assert.Null(checker.Run(TraceReader.Read(
            $"{Header}era 2.6.32 faithful\np0 = vmalloc(128) list page 1")));
    }

    /// <summary>All pages are there by then: the seed lists the area before it is mapped.</summary>
    [Fact]
    public void Is_safe_in_the_seed_while_tables_are_made()
    {
        (Violation? violation, Step step) = Run("faithful", "p1 = vmalloc(512) list table 0");

        Assert.Equal("OtherReadersSeeWholeAreas", violation?.Law.Name);
        Assert.NotEqual(OutcomeKind.Bug, step.Outcome.Kind);
    }

    [Fact]
    public void Is_not_read_where_the_visit_never_comes()
    {
        (Violation? violation, Step step) = Run("faithful", "p1 = vmalloc(128) list page 2");

        Assert.Null(violation);
        Assert.Empty(step.Text.ToString());
    }

    [Fact]
    public void Is_read_before_the_visit_that_fails()
    {
        (Violation? violation, Step step) = Run(
            "fixed", "p1 = vmalloc(128) fail page once 1 list page 1");

        Assert.Null(violation);
        Assert.True(step.FaultFired);
        Assert.Equal(Whole, step.Text.ToString());
    }

    [Theory]
    [InlineData("list page 1", "list read at page 1: -> START+0xc0")]
    [InlineData("list any 40", "list read at allocation 40, not reached: -> START+0xc0")]
    [InlineData(
        "fail page sticky 1 list slab 0",
        "page 1 and all later fail: list read at slab 0: -> NULL: 2nd page failed")]
    public void Is_told_beside_the_call(string armed, string told)
    {
        Trace trace = TraceReader.Read(
            $"{Header}era 2.6.32 fixed\np0 = vmalloc(64)\np1 = vmalloc(128) {armed}");
        TraceAsC calls = TraceAsC.Of(
            trace, new Model.Model(Era.V2632, DefectMode.Fixed), static _ => { });

        Assert.Contains($"/* {told} */", calls.Lines(), StringComparison.Ordinal);
    }

    [Fact]
    public void Is_told_of_a_trace_that_is_not_run() => Assert.Contains(
        "/* page 1 fails, list read at page 0 */",
        new TraceAsC(TraceReader.Read(
            $"{Header}era 2.6.32 fixed\np0 = vmalloc(64) fail page once 1 list page 0")).Lines(),
        StringComparison.Ordinal);

    /// <summary>A block of one page, then these calls; the last step is looked at.</summary>
    static (Violation? Violation, Step Step) Run(string mode, params string[] calls)
    {
        Step? last = null;
        string commands = string.Join('\n', calls.Prepend("p0 = vmalloc(64)"));
        Checker checker = new(
            new Model.Model(Era.V2632, mode == "fixed" ? DefectMode.Fixed : DefectMode.Faithful))
        {
            Observer = (_, step) => last = step,
        };
        Violation? violation = checker.Run(
            TraceReader.Read($"{Header}era 2.6.32 {mode}\n{commands}"));
        return (violation, last!);
    }
}
