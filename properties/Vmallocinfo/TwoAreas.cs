// SPDX-License-Identifier: GPL-2.0-only
using Verification.Targets;
using Xunit;

namespace Verification.Properties;

public class TwoAreas
{
    const string Old = "linux-2.6.28-x86_64";

    [Fact]
    public void That_overlap_are_found_at_the_later_line_naming_the_earlier()
    {
        // cramfs has 12 pages from 30f000; sys_swapon moves into the last two of them.
        Finding found = Sample.OnlyFinding(Sample.With(
            Old, 7, text => text.Replace("31d000-", "319000-").Replace("320000 ", "31c000 ")));
        Assert.Same(AuditRule.AreasAreDisjoint, found.Rule);
        Assert.Equal((7, 6, "sys_swapon"), (found.Line, found.OtherLine, found.Caller));
        Assert.Contains("cramfs_uncompress_init", found.Seen);
        Assert.Contains("share 8192 bytes", found.Seen);
    }

    [Fact]
    public void That_share_a_guard_page_overlap()
    {
        Finding found = Sample.OnlyFinding(
            "0xffffc90000000000-0xffffc90000003000   12288 f+0x1/0x2 pages=2 vmalloc\n"
            + "0xffffc90000002000-0xffffc90000004000    8192 g+0x1/0x2 pages=1 vmalloc\n");
        Assert.Same(AuditRule.AreasAreDisjoint, found.Rule);
    }

    [Fact]
    public void Of_which_one_holds_the_other_overlap_whatever_lies_between()
    {
        AuditReport report = VmallocinfoAudit.Of(
            "0xffffc90000000000-0xffffc90000100000 1048576 f+0x1/0x2 vmap\n"
            + "0xffffc90000010000-0xffffc90000012000    8192 g+0x1/0x2 vmap\n"
            + "0xffffc90000020000-0xffffc90000022000    8192 h+0x1/0x2 vmap\n");
        Assert.Equal([2, 3], report.Findings.Select(found => found.Line));
        Assert.All(report.Findings, found => Assert.Equal(1, found.OtherLine));
    }

    [Theory]
    [InlineData(Old)]
    [InlineData("linux-5.10-hashed")]
    public void Of_one_range_are_one_area_listed_twice(string sample)
    {
        string text = Sample.Text(sample);
        string again = text + text.Split('\n')[3] + "\n";
        Finding found = Sample.OnlyFinding(
            sample == Old ? Sample.With(sample, 3, line => line + "\n" + line) : again);
        Assert.Same(AuditRule.EachAreaIsListedOnce, found.Rule);
        Assert.Equal(sample == Old ? 3 : 4, found.OtherLine);
    }

    [Fact]
    public void With_hashed_addresses_that_would_overlap_give_no_finding()
    {
        AuditReport report = VmallocinfoAudit.Of(
            "0x0000000010000123-0x00000000a0000345    8192 f+0x1/0x2 vmap\n"
            + "0x0000000020000567-0x0000000010000789    8192 g+0x1/0x2 vmap\n"
            + "0x0000000010000123-0x0000000030000abc   12288 h+0x1/0x2 vmap\n");
        Assert.Empty(report.Findings);
        Assert.Equal(3, report.Areas.Count(area => area.Addresses == AddressKind.Hashed));
    }

    [Fact]
    public void Of_which_one_was_freed_meanwhile_are_a_note_and_no_finding()
    {
        AuditReport report = VmallocinfoAudit.Of(Sample.Text("linux-6.12-node-by-node"));
        Assert.Empty(report.Findings);
        Assert.Contains(report.Notes, note => note.Contains("freed while") && note.Contains("16"));
    }

    [Fact]
    public void With_memory_tags_in_their_addresses_are_compared_without()
    {
        Finding found = Sample.OnlyFinding(
            "0xf4ff800080000000-0xf4ff800080005000   20480 f+0x1/0x2 pages=4 vmalloc\n"
            + "0xf1ff800080004000-0xf1ff800080009000   20480 g+0x1/0x2 pages=4 vmalloc\n");
        Assert.Same(AuditRule.AreasAreDisjoint, found.Rule);
    }
}
