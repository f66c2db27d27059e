// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>A trace on two targets, held against each other call by call.</summary>
public sealed class TwoTargets
{
    internal const string Header = "vmcheck trace 1\n"
        + "machine \"m\" page=64 levels=3/3/3/3 start=0x7f00 end=0xbeff ram=80 frames=112 nodes=1 "
        + "cpus=1 online=1 lazymax=24 rcu=end debug_pagealloc=0 dma32=1 prints=1 shmlba=64\n"
        + "era 2.6.32 fixed\n";

    static readonly Dictionary<string, (string Calls, OtherAnswers Other)> mistakes = new()
    {
        ["result"] = ("a0 = get_vm_area(64, VM_MAP)\nremove_vm_area(a0)", After(
            CommandKind.RemoveVmArea, static step => step.Outcome = Outcome.Number(0))),
        ["warning"] = ("vfree(START+0x40)", After(
            CommandKind.Vfree, static step => step.Clear(step.Index))),
        ["pages"] = ("p0 = vmalloc(64)", Before(static call => call.Size += 64)),
        ["alignment"] = (
            "p0 = vmalloc(64)\n"
                + "p1 = __vmalloc_node(64, 512, GFP_KERNEL|__GFP_HIGHMEM, PAGE_KERNEL, -1)",
            Before(static call => call.Align = 1)),
        ["window"] = ("a0 = __get_vm_area(64, VM_MAP, START+0x400, START+0x800)", Before(
            static call => call.Start -= 0x400)),
        ["flags"] = ("a0 = get_vm_area(64, VM_MAP)", Before(
            static call => call.Flags = VmFlags.Alloc)),
        ["mapped pages"] = ("p0 = vmalloc(128)", Before(
            static call => (call.Kind, call.Prot) =
                (CommandKind.VmallocExec, Pgprot.KernelExec))),
        ["contents"] = ("p0 = vmalloc_user(128)", new(static _ => { }, static _ => { })
        {
            Dirt = 1,
        }),
        ["page"] = ("p0 = vmalloc(128)\nvmalloc_to_page(p0)", Before(static call =>
            call.Address += call.Kind == CommandKind.VmallocToPage ? 64UL : 0)),
        ["bytes"] = ("p0 = vmalloc(64)\nwrite(p0, 7)\nread(p0)", After(
            CommandKind.Read, static step => step.Outcome = Outcome.Number(8))),
        ["usage"] = ("p0 = vmalloc(64)\nvmalloc_usage()", After(
            CommandKind.VmallocUsage, static step => step.Outcome = Outcome.Number(0))),
        ["listed areas"] = ("p0 = vmalloc(64)\nvmallocinfo()", After(
            CommandKind.Vmallocinfo, static step => step.Text.Clear())),
    };

    public static TheoryData<string> Aspects => [.. Aspect.All.Select(static one => one.Name)];

    static Model.Model Sound => new(Era.V2632, DefectMode.Fixed);

    [Theory]
    [MemberData(nameof(Aspects))]
    public void Differ_in_every_aspect_in_which_one_can_be_wrong(string aspect)
    {
        (string calls, OtherAnswers other) = mistakes[aspect];
        Trace trace = TraceReader.Read(Header + calls);
        Comparison comparison = Comparison.Of(trace, Sound, other);

        Assert.Equal(
            (aspect, trace.Commands.Count - 1),
            (comparison.First?.Aspect, comparison.First?.Step));
        Assert.NotEqual(comparison.First!.Answers.Left, comparison.First.Answers.Right);
        Assert.Equal(trace.Commands.Count, comparison.Compared);
        Assert.Null(Comparison.Of(trace, Sound, Sound).First);
    }

    /// <summary>A block that is one page longer moves all behind it.</summary>
    [Fact]
    public void Are_not_compared_by_their_addresses_and_frames()
    {
        OtherAnswers elsewhere = new(
            static call => call.Align = call.Kind == CommandKind.VmallocNodeInner ? 1024UL : 1,
            static _ => { });
        Comparison comparison = Compared(
            "p0 = __vmalloc_node(64, 64, GFP_KERNEL, PAGE_KERNEL, -1)\n"
            + "p1 = __vmalloc_node(64, 64, GFP_KERNEL, PAGE_KERNEL, -1)\nwrite(p1, 3)\n"
            + "read(p1)\nvmalloc_to_page(p1)\nf2 = take(2, -1)\nm3 = vmap([f2[0..1], p1[0]], 3, "
            + "VM_MAP, PAGE_KERNEL)\nvmalloc_to_page(m3+0x80)\nvmalloc_usage()\nvunmap(m3)\nvfree(p1)",
            elsewhere);

        Assert.Null(comparison.First);
        Assert.Equal(11, comparison.Compared);
        Assert.Empty(comparison.NotCompared);
    }

    /// <summary>The second page fails; the other target takes its pages array later.</summary>
    [Fact]
    public void May_fail_at_another_visit_and_what_then_exists_in_one_of_them_is_left_out()
    {
        OtherAnswers later = Before(static call => call.Fault = Fault.None);
        Comparison comparison = Compared(
            "p0 = vmalloc(128) fail page once 1\nread(p0)\nvmalloc_usage()\np1 = vmalloc(64)",
            later);

        Assert.Null(comparison.First);
        Assert.Equal(1, comparison.Compared);
        Assert.Equal(
            [
                ("about places that a target chooses", 1),
                ("made by one of them only", 1),
                ("memory or addresses ran out in one of them only", 1),
            ],
            comparison.NotCompared.Select(static one => (one.Key, one.Value)));
    }

    [Theory]
    [InlineData("vfree(START+0x40)\nread(START+0x40)", 1, "made by neither")]
    [InlineData(
        "p0 = vmalloc(1024)\nvread(p0+0x3c0, 256)", 1, "about places that a target chooses")]
    [InlineData(
        "p0 = vmalloc(64)\nf1 = take(1, -1)\na2 = get_vm_area(64, VM_MAP)\n"
            + "map_vm_area(a2, PAGE_KERNEL, [f1[0]]) fail table once 0\nvmalloc_to_page(a2)",
        5, null)]
    public void Say_why_a_call_is_not_compared(string calls, int compared, string? reason)
    {
        Comparison comparison = Compared(calls, Sound);

        Assert.Null(comparison.First);
        Assert.Equal(compared, comparison.Compared);
        Assert.Equal(reason is null ? [] : [reason], comparison.NotCompared.Keys);
    }

    /// <summary>A vunmap of a block: what comes of it is a real kernel's own.</summary>
    [Theory]
    [InlineData("faithful", "another", "mode")]
    [InlineData("faithful", "2.6.32", null)]
    [InlineData("fixed", "another", null)]
    public void Differ_rightly_in_a_mistake_of_a_caller_where_the_trace_asks_for_defects(
        string mode, string name, string? explained)
    {
        Comparison comparison = WithAnother(
            name, mode, "p0 = vmalloc(64)\nvunmap(p0)", CommandKind.Vunmap,
            static step => step.Clear(step.Index));

        Assert.Equal(explained is null ? [] : [explained], comparison.Explained.Keys);
        Assert.Equal(explained is null ? "warning" : null, comparison.First?.Aspect);
    }

    [Theory]
    [InlineData("faithful")]
    [InlineData("fixed")]
    public void Differ_wrongly_where_one_of_them_dies_in_a_legal_call(string mode)
    {
        Comparison comparison = WithAnother(
            "another", mode, "p0 = vmalloc(64) fail table once 0", CommandKind.Vmalloc,
            static step => step.Outcome = new(OutcomeKind.Bug));

        Assert.Equal(("result", "BUG"), (comparison.First?.Aspect, comparison.First?.Answers.Right));
        Assert.Empty(comparison.Explained);
    }

    /// <summary>80 pages of memory: 2.6.32 rounds up before it looks, later kernels do not.</summary>
    [Theory]
    [InlineData(Reach.Linux, "laws of 2.6.32")]
    [InlineData(Reach.Linux2632, null)]
    public void Differ_rightly_at_the_gate_where_one_does_not_claim_it(
        Reach reach, string? explained)
    {
        OtherAnswers other = new(static call => call.Size = 80 * 64, static _ => { })
        {
            Profile = Sound.Profile with { Reach = reach },
        };
        Comparison comparison = Compared("p0 = vmalloc(5121)", other);

        Assert.Equal(explained is null ? [] : [explained], comparison.Explained.Keys);
        Assert.Equal(explained is null ? "result" : null, comparison.First?.Aspect);
    }

    [Theory]
    [InlineData(true, "a size of 0 draws a warning")]
    [InlineData(false, null)]
    public void Differ_wrongly_where_no_profile_tells_of_it(bool told, string? explained)
    {
        OtherAnswers warns = new(static _ => { }, static step => step.Add(EventKind.Warn, 0))
        {
            Profile = Sound.Profile with { WarnsOfSizeZero = told },
        };
        Comparison comparison = Compared("p0 = vmalloc(0)", warns);

        Assert.Equal(explained is null ? [] : [explained], comparison.Explained.Keys);
        Assert.Equal(explained is null ? "warning" : null, comparison.First?.Aspect);
    }

    [Fact]
    public void Are_not_compared_in_a_call_that_one_of_their_eras_does_not_have()
    {
        Comparison comparison = Comparison.Of(
            TraceReader.Read(Header + "p0 = vmalloc(64)\np1 = vzalloc(64)"),
            new Model.Model(Era.V2637, DefectMode.Fixed), Sound);

        Assert.Null(comparison.First);
        Assert.Equal(1, comparison.Compared);
        Assert.Equal(["newer than the era of one of them"], comparison.NotCompared.Keys);
    }

    [Fact]
    public void Are_held_only_to_what_both_report_and_claim()
    {
        (string calls, OtherAnswers other) = mistakes["contents"];
        OtherAnswers blind = new(static _ => { }, static _ => { })
        {
            Dirt = other.Dirt, Observes = Observations.Events,
        };
        OtherAnswers modest = new(static call => call.Flags = VmFlags.Alloc, static _ => { })
        {
            Profile = Sound.Profile with { Reach = Reach.Any },
        };

        Assert.Null(Compared(calls, blind).First);
        Assert.Null(Compared(mistakes["flags"].Calls, modest).First);
    }

    static Comparison Compared(string calls, ITarget other) =>
        Comparison.Of(TraceReader.Read(Header + calls), Sound, other);

    /// <summary>The model beside a version of its own defects.</summary>
    static Comparison WithAnother(
        string name, string mode, string calls, CommandKind kind, Action<Step> change) =>
        Comparison.Of(
            TraceReader.Read(Header.Replace("fixed", mode) + calls), Sound,
            After(kind, change, Sound.Profile with { Name = name }));

    static OtherAnswers Before(Action<Call> change) => new(change, static _ => { });

    static OtherAnswers After(CommandKind kind, Action<Step> change, Profile? profile = null) =>
        new(
            static _ => { },
            step =>
            {
                if (step.Call.Kind == kind)
                {
                    change(step);
                }
            })
        {
            Profile = profile ?? Sound.Profile,
        };
}
