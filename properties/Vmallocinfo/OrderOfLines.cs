// SPDX-License-Identifier: GPL-2.0-only
using Verification.Targets;
using Xunit;

namespace Verification.Properties;

public class OrderOfLines
{
    const ulong Base = 0xffffc90000000000;

    [Fact]
    public void Broken_by_one_moved_line_is_found_there()
    {
        List<string> lines = [.. Enumerable.Range(0, 400).Select(i => Line(i))];
        (lines[200], lines[201]) = (lines[201], lines[200]);
        Finding found = Sample.OnlyFinding(string.Concat(lines));
        Assert.Same(AuditRule.AddressesAscend, found.Rule);
        Assert.Equal((202, 201), (found.Line, found.OtherLine));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(16)]
    [InlineData(128)]
    public void Node_by_node_is_an_order(int nodes)
    {
        AuditReport report = VmallocinfoAudit.Of(string.Concat(ByNode(nodes)));
        Assert.Empty(report.Findings);
        Assert.Contains(report.Notes, note => note.Contains($"as with {nodes} vmap nodes"));
        Assert.Contains(report.Rules, c => c.Rule == AuditRule.AddressesAscend && c.Checked == 999);
    }

    [Fact]
    public void Broken_within_a_node_is_found_there()
    {
        List<string> lines = ByNode(4);
        (lines[500], lines[501]) = (lines[501], lines[500]);
        Finding found = Sample.OnlyFinding(string.Concat(lines));
        Assert.Same(AuditRule.AddressesAscend, found.Rule);
        Assert.Equal(502, found.Line);
    }

    [Fact]
    public void Of_unpurged_and_of_early_areas_is_free()
    {
        AuditReport report = VmallocinfoAudit.Of(
            Area(50, "phys=fec00000 ioremap") + Area(40, "") + Line(1) + Line(2)
            + Area(30, "unpurged vm_area") + Area(20, "unpurged vm_area"));
        Assert.Empty(report.Findings);
        Assert.Equal(6, report.Areas.Count);
    }

    [Fact]
    public void Of_a_file_sorted_by_something_else_is_not_judged()
    {
        AuditReport report = VmallocinfoAudit.Of(
            string.Concat(Enumerable.Range(0, 400).Reverse().Select(Line)));
        Assert.Empty(report.Findings);
        Assert.Contains(report.Notes, note => note.Contains("order not judged"));
    }

    // 16 pages are a zone, zones are dealt out to the nodes in turn.
    static List<string> ByNode(int nodes) =>
        [.. Enumerable.Range(0, 1000).OrderBy(i => i * 5 / 16 % nodes).ThenBy(i => i).Select(Line)];

    static string Line(int i) => Area(i, "kernel_clone+0x94/0x3e0 pages=4 vmalloc N0=4");

    static string Area(int i, string rest)
    {
        ulong start = Base + ((ulong)i * 5 * 4096);
        return $"0x{start:x16}-0x{start + 20480:x16}   20480 {rest}\n";
    }
}
