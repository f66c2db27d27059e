// SPDX-License-Identifier: GPL-2.0-only
using Verification.Targets;
using Xunit;

namespace Verification.Properties;

public class HealthyListings
{
    [Theory]
    [MemberData(nameof(Sample.Names), MemberType = typeof(Sample))]
    public void Of_every_kernel_are_read_whole_and_give_no_finding(string name)
    {
        string text = Sample.Text(name);
        AuditReport report = VmallocinfoAudit.Of(text);
        Assert.Equal(text.Count(c => c == '\n'), report.Lines);
        Assert.Equal(report.Lines, report.Areas.Count);
        Assert.Empty(report.Findings);
        Assert.Empty(report.UnknownAttributes);
        Assert.All(report.Rules, count => Assert.Equal(0, count.Found));
        Assert.Contains(
            report.Rules,
            count => count.Rule == AuditRule.EndsInAGuardPage && count.Checked > 0);
    }

    [Theory]
    [InlineData("linux-2.6.28-x86_64", AddressKind.Plain)]
    [InlineData("linux-2.6.32-i386", AddressKind.Plain)]
    [InlineData("linux-4.9-zeros", AddressKind.Zero)]
    [InlineData("linux-4.15-withheld", AddressKind.Withheld)]
    [InlineData("linux-4.19-arm-raw-callers", AddressKind.Plain)]
    [InlineData("linux-5.10-hashed", AddressKind.Hashed)]
    [InlineData("linux-6.12-node-by-node", AddressKind.Plain)]
    public void Show_whether_their_addresses_mean_anything(string name, AddressKind expected)
    {
        Assert.All(
            VmallocinfoAudit.Of(Sample.Text(name)).Areas,
            area => Assert.Equal(expected, area.Addresses));
    }

    [Theory]
    [InlineData("linux-4.9-zeros")]
    [InlineData("linux-4.15-withheld")]
    [InlineData("linux-5.10-hashed")]
    public void Without_addresses_say_that_ranges_were_not_judged(string name)
    {
        AuditReport report = VmallocinfoAudit.Of(Sample.Text(name));
        AuditRule[] needAddresses =
        [
            AuditRule.StartIsPageAligned,
            AuditRule.EndIsStartPlusSize,
            AuditRule.AreasAreDisjoint,
            AuditRule.AddressesAscend,
        ];
        Assert.All(
            report.Rules.Where(count => needAddresses.Contains(count.Rule)),
            count => Assert.Equal(0, count.Checked));
        Assert.Contains(report.Notes, note => note.Contains("not judged"));
    }

    [Fact]
    public void Of_64_KiB_pages_are_told_by_their_guard_pages()
    {
        string text = Sample.Text("linux-4.4-arm64-64k-pages");
        Assert.Equal(65536UL, VmallocinfoAudit.Of(text).PageSizeBytes);
        Assert.NotEmpty(VmallocinfoAudit.Of(text, new AuditOptions(4096)).Findings);
    }

    [Fact]
    public void Count_every_class_of_line()
    {
        AuditReport report = VmallocinfoAudit.Of(Sample.Text("linux-6.1-plain"));
        Assert.Equal(8, report.CountOf(LineClass.Vmalloc));
        Assert.Equal(2, report.CountOf(LineClass.Vmap));
        Assert.Equal(2, report.CountOf(LineClass.Ioremap));
        Assert.Equal(1, report.CountOf(LineClass.DmaCoherent));
        Assert.Equal(1, report.CountOf(LineClass.VmMapRam));
        Assert.Equal(3, report.CountOf(LineClass.Unpurged));
    }
}
