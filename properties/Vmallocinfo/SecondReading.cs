// SPDX-License-Identifier: GPL-2.0-only
using Verification.Targets;
using Xunit;

namespace Verification.Properties;

public class SecondReading
{
    const string Area = "0xffffc90000000000-0xffffc90000003000   12288 f+0x1/0x2 vmap\n";
    const string Broken =
        "0xffffc90000008000-0xffffc9000000a000    8192 g+0x1/0x2 pages=2 vmalloc\n";

    [Fact]
    public void Drops_what_only_the_first_one_showed_and_says_so()
    {
        AuditReport first = VmallocinfoAudit.Of(Area + Area + Broken);
        AuditReport confirmed = first.ConfirmedBy(VmallocinfoAudit.Of(Area + Broken));
        Assert.Equal(2, first.Findings.Count);
        Assert.Same(AuditRule.EndsInAGuardPage, Assert.Single(confirmed.Findings).Rule);
        Assert.Contains(confirmed.Notes, note => note.StartsWith("1 finding"));
        Assert.Equal(1, confirmed.Rules.Sum(count => count.Found));
    }

    [Fact]
    public void Keeps_what_both_showed_though_lines_moved()
    {
        string both = Broken
            + "0xffffc90000009000-0xffffc9000000b000    8192 h+0x1/0x2 vmap\n"
            + "0xffffc90000009000-0xffffc9000000b000    8192 h+0x1/0x2 vmap\n";
        AuditReport first = VmallocinfoAudit.Of(both);
        AuditReport confirmed = first.ConfirmedBy(VmallocinfoAudit.Of(Area + both));
        Assert.Equal(
            [
                AuditRule.EndsInAGuardPage,
                AuditRule.AreasAreDisjoint,
                AuditRule.EachAreaIsListedOnce,
            ],
            first.Findings.Select(found => found.Rule));
        Assert.Equal(first.Findings, confirmed.Findings);
        Assert.Empty(confirmed.Notes);
    }
}
