// SPDX-License-Identifier: GPL-2.0-only
using Verification.Targets;
using Xunit;

namespace Verification.Properties;

/// <summary>The comparer of recordings, on a target that does one thing.</summary>
public sealed class Conformance_of_a_target
{
    [Fact]
    public void That_does_what_is_recorded_is_complete()
    {
        TwoPageTarget target = new();
        ConformanceReport report = new Conformance(target)
            .Run([Recording.Read("two.txt", TwoPageTarget.Recorded)]);
        Assert.Empty(report.Differences);
        Assert.Equal((1, 4), (report.Files, report.Commands));
        Assert.Equal((4, 0), (report.Reproduced, report.OutOfReach));
        Assert.Equal(1, target.Cpu);
    }

    [Theory]
    [InlineData("= @0\n", "= @1000\n", 8, "result", 2)]
    [InlineData(" t+pmd", "", 9, "events", 2)]
    [InlineData(" s+va:104:d0:-1", " s+va:104:d0:0", 9, "events", 2)]
    [InlineData("p+6-7:d2:-1", "p+6:d2:-1 p+7:d2:-1", 9, "events", 2)]
    [InlineData("+va @0 @3000 4", "+va @0 @2000 4", 11, "state", 2)]
    [InlineData("163 6-7", "163 6,8", 12, "state", 2)]
    [InlineData("+km @0 8192 3\n", "", 7, "state", 2)]
    [InlineData("+vm @0", "-vm @8000 2000 2 1 k\n+vm @0", 10, "state", 2)]
    [InlineData("pages=2 obj", "pages=3 obj", 14, "counters", 2)]
    [InlineData("128:1", "128:2", 14, "counters", 2)]
    [InlineData("N0=2", "N0=1 N1=1", 17, "info", 3)]
    [InlineData("= ok\ni 0x", "= ok\ni 0x0-0x1\ni 0x", 17, "info", 3)]
    public void That_does_otherwise_differs_at_that_line(
        string told, string doctored, int line, string kind, int reproduced)
    {
        string text = TwoPageTarget.Recorded.Replace(told, doctored);
        Assert.NotEqual(TwoPageTarget.Recorded, text);
        ConformanceReport report = new Conformance(new TwoPageTarget())
            .Run([Recording.Read("two.txt", text)]);
        Difference difference = Assert.Single(report.Differences);
        Assert.Equal(("two.txt", line, kind), (difference.File, difference.Line, difference.Kinds));
        Assert.Equal(reproduced, report.Reproduced);
        Assert.NotEqual(difference.Expected, difference.Actual);
    }

    [Fact]
    public void Names_the_lines_of_both_sides()
    {
        string text = TwoPageTarget.Recorded.Replace("163 6-7", "163 6,8");
        ConformanceReport report = new Conformance(new TwoPageTarget())
            .Run([Recording.Read("two.txt", text)]);
        Difference difference = Assert.Single(report.Differences);
        Assert.Equal("+map @0 2 8000000000000163 6,8", Assert.Single(difference.Expected));
        Assert.Equal("+map @0 2 8000000000000163 6-7", Assert.Single(difference.Actual));
        Assert.StartsWith("__vmalloc_node size=2000", difference.Command);
    }

    [Theory]
    [InlineData(
        "vunmap null fault=slab:once:0 fault=page:once:0 fault=table:once:0",
        "faults of more than two kinds in one command")]
    public void Follows_a_sequence_up_to_what_no_target_can_do(string command, string reason)
    {
        string text = TwoPageTarget.Recorded.Replace(
            "> vmallocinfo", $"> {command}\n= null\n> vmallocinfo");
        ConformanceReport report = new Conformance(new TwoPageTarget())
            .Run([Recording.Read("two.txt", text)]);
        Assert.Empty(report.Differences);
        Assert.Equal((5, 3, 2), (report.Commands, report.Reproduced, report.OutOfReach));
        Assert.Equal(reason, Assert.Single(report.Reasons).Key);
    }

    [Fact]
    public void With_more_CPUs_than_any_machine_is_out_of_reach_from_the_start()
    {
        string text = TwoPageTarget.Recorded.Replace(" cpus=2 ", " cpus=33 ");
        ConformanceReport report = new Conformance(new TwoPageTarget())
            .Run([Recording.Read("two.txt", text)]);
        Assert.Equal((0, 4), (report.Reproduced, report.OutOfReach));
    }
}
