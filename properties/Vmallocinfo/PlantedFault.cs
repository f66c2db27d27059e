// SPDX-License-Identifier: GPL-2.0-only
using Verification.Targets;
using Xunit;

namespace Verification.Properties;

public class PlantedFault
{
    const string Old = "linux-2.6.28-x86_64";
    const string Modern = "linux-6.1-plain";

    [Theory]
    [InlineData(Old, 7, "pages=2 vmalloc N1=2", "pages=3 vmalloc N1=3", "sys_swapon")]
    [InlineData(Old, 9, "pages=700 vmalloc vpages N2=700", "pages=702 vmalloc N2=702",
        "reiserfs_allocate_list_bitmaps")]
    [InlineData(Modern, 5, "pages=128 vmap user N0=128", "pages=129 vmap user N0=129",
        "vmap_udmabuf")]
    [InlineData("linux-5.10-hashed", 4, "pages=1 vmalloc N0=1", "pages=2 vmalloc N0=2",
        "bpf_prog_alloc_no_stats")]
    [InlineData("linux-4.4-arm64-64k-pages", 4, "pages=2 vmalloc N0=2", "pages=3 vmalloc N0=3",
        "n_tty_open")]
    public void No_room_for_the_guard_page(
        string sample, int line, string sound, string broken, string caller)
    {
        Finding found = Sample.OnlyFinding(
            Sample.With(sample, line, text => text.Replace(sound, broken)));
        Assert.Same(AuditRule.EndsInAGuardPage, found.Rule);
        Assert.Equal((line, caller, null), (found.Line, found.Caller, found.OtherLine));
    }

    [Fact]
    public void A_page_too_few()
    {
        Finding found = Sample.OnlyFinding(Sample.With(
            Modern, 7, text => text.Replace("=512", "=511")));
        Assert.Same(AuditRule.HasAPageForAllButTheGuard, found.Rule);
        Assert.Equal((7, "bpf_prog_pack_alloc"), (found.Line, found.Caller));
        Assert.Contains("room for 513 pages of 4096, and the area has 511", found.Seen);
    }

    [Fact]
    public void A_page_too_few_passes_where_vrealloc_frees_the_tail()
    {
        string text = Sample.With(
            Modern, 7, text => text.Replace("=512", "=511"));
        AuditReport report = VmallocinfoAudit.Of(text, new AuditOptions(TailsMayBeFreed: true));
        Assert.Empty(report.Findings);
        Assert.Contains(report.Notes, note => note.Contains("vrealloc"));
    }

    [Theory]
    [InlineData(Old, 1, "N2=128", "N2=127", "alloc_large_system_hash")]
    [InlineData(Old, 7, " N1=2", " N1=2 N3=1", "sys_swapon")]
    [InlineData("linux-4.9-zeros", 2, "N0=4", "N0=3", "_do_fork")]
    [InlineData(Modern, 1, "vmap", "vmap N0=4", "irq_init_percpu_irqstack")]
    public void Nodes_that_do_not_add_up(
        string sample, int line, string sound, string broken, string caller)
    {
        Finding found = Sample.OnlyFinding(
            Sample.With(sample, line, text => text.Replace(sound, broken)));
        Assert.Same(AuditRule.NodeCountsAddUpToPages, found.Rule);
        Assert.Equal((line, caller), (found.Line, found.Caller));
    }

    [Theory]
    [InlineData("20480", "20481")]
    [InlineData("20480", "0")]
    public void A_size_of_no_whole_pages(string sound, string broken)
    {
        Finding found = Sample.OnlyFinding(
            Sample.With("linux-5.10-hashed", 2, text => text.Replace(sound, broken)));
        Assert.Same(AuditRule.SizeIsWholePages, found.Rule);
        Assert.Equal((2, "kernel_clone"), (found.Line, found.Caller));
    }

    [Fact]
    public void A_start_inside_a_page()
    {
        Finding found = Sample.OnlyFinding(Sample.With(
            Old, 8, text => text.Replace("328000-", "328800-").Replace("32d000 ", "32d800 ")));
        Assert.Same(AuditRule.StartIsPageAligned, found.Rule);
    }

    [Theory]
    [InlineData("0xffffc2000030f000", "0xffffc2000030e000", "4096 bytes long")]
    [InlineData("0xffffc2000030f000", "0xffffc2000030c000", "ends before it starts")]
    public void An_end_that_is_not_start_plus_size(string sound, string broken, string seen)
    {
        Finding found = Sample.OnlyFinding(
            Sample.With(Old, 5, text => text.Replace(sound, broken)));
        Assert.Same(AuditRule.EndIsStartPlusSize, found.Rule);
        Assert.Equal((5, "init_vdso_vars"), (found.Line, found.Caller));
        Assert.Contains(seen, found.Seen);
    }
}
