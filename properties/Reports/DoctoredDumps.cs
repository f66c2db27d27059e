// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Xunit;

namespace Verification.Properties;

/// <summary>A dump, something in it changed by hand, and what a reader is told.</summary>
public sealed class DoctoredDumps
{
    const string First =
        "START+0x00000-START+0x03000          12K live vmalloc pages=2 array=slab maps f0-f1\n";

    const string Second =
        "START+0x04000-START+0x06000           8K live vmap maps f2\n";

    const string Data = "START+0x00000-START+0x02000           8K     RW             GLB NX pte\n";

    const string Gap = "START+0x02000-START+0x04000           8K                           pte\n";

    const string Rest = "START+0x05000-START+0x60000         364K                           pte\n";

    const string Dumped =
        "---[ vmalloc() Area ]---\n"
        + Data + Gap
        + "START+0x04000-START+0x05000           4K     RW             GLB NX pte\n" + Rest
        + "---[ areas, guard pages included ]---\n" + First + Second
        + "---[ TLB ]---\ncpu 1  START+0x00000 f0\n"
        + "---[ kmemleak objects ]---\nSTART+0x00000   8192 bytes, min_count 3\n"
        + "---[ counters ]---\nvmap_lazy_nr   0\npage tables    1 pud, 1 pmd, 1 pte\n"
        + "frames         3 in use, 3 mapped\n"
        + "slab           2 vm_struct, 2 vmap_area, 1 pages array\nrcu callbacks  0\n";

    [Theory]
    [InlineData("live vmalloc", "lazy vmalloc",
        "START+0x0 12K  area live -> lazy")]
    [InlineData("live vmalloc pages=2 array=slab", "live not on vmlist",
        "START+0x0 12K  area live -> live not on vmlist")]
    [InlineData("live vmalloc pages=2", "live vmalloc user pages=3",
        "START+0x0 12K  area: vmalloc -> vmalloc user, pages=2 -> 3")]
    [InlineData("array=slab", "array=START+0x9000",
        "START+0x0 12K  area: array=slab -> START+0x9000")]
    [InlineData("array=slab", "array=slab vm_struct.size=8K",
        "START+0x0 12K  area: vm_struct.size=12K -> 8K")]
    [InlineData("f0-f1", "f0-f1 (free frames)",
        "START+0x0 12K  area: its frames are free")]
    [InlineData("f0-f1", "f0-f1 (1 free frames)",
        "START+0x0 12K  area: 1 of its frames is free")]
    public void Tell_what_becomes_of_an_area(string was, string becomes, string told) =>
        Assert.Equal([told], Told((was, becomes)));

    [Fact]
    public void Tell_that_an_area_grew_into_the_hole_behind_it() => Assert.Equal(
        [
            "START+0x4000  12K  area grew, was 8K",
            "START+0x7000 356K  hole, was 360K",
        ],
        Told((Second, Second.Replace("6000           8K", "7000          12K"))));

    [Fact]
    public void Tell_that_a_hole_was_filled_and_another_appeared() => Assert.Equal(
        [
            "START+0x0     4K  hole appeared",
            "START+0x1000 12K  area moved here from START+0x0",
            "START+0x3000  4K  hole filled",
        ],
        Told((First, First.Replace("00000-START+0x03000", "01000-START+0x04000")))
            .Where(static line => !line.Contains("mapped")));

    [Fact]
    public void Tell_of_a_changed_bit_which_one_and_no_more() => Assert.Equal(
        ["START+0x0 8K  RW lost"],
        Told((Data, Data.Replace("RW", "ro"))));

    [Fact]
    public void Tell_of_several_changed_bits_what_was_lost_and_gained() => Assert.Equal(
        ["START+0x0 8K  GLB lost, NX lost, USR gained, PCD gained, PAT gained"],
        Told((Data, Data.Replace("    RW         ", "USR RW     PCD ")
            .Replace("    GLB NX", "pat     x "))));

    /// <summary>One line, although the frames of the area and the counter say so too.</summary>
    [Fact]
    public void Tell_of_a_cleared_entry_in_one_line() => Assert.Equal(
        ["START+0x1000 4K  unmapped, was f1"],
        Told(
            (Data + Gap, Data.Replace("2000           8K", "1000           4K")
                + Gap.Replace("+0x02000", "+0x01000").Replace(" 8K", "12K")),
            ("f0-f1", "f0"), ("3 mapped", "2 mapped")));

    [Fact]
    public void Tell_of_an_entry_that_leads_elsewhere_the_frames() => Assert.Equal(
        ["START+0x1000 4K  remapped f1 -> f2"],
        Told(("f0-f1", "f0,f2"), ("3 mapped", "2 mapped")));

    [Fact]
    public void Tell_that_a_guard_page_is_mapped() => Assert.Equal(
        ["START+0x2000 4K  guard page mapped RW GLB NX, f3"],
        Told(
            (Data + Gap, Data.Replace("2000           8K", "3000          12K")
                + Gap.Replace("+0x02000", "+0x03000").Replace(" 8K", " 4K")),
            ("f0-f1", "f0-f1,f3"), ("3 mapped", "4 mapped")));

    [Fact]
    public void Tell_where_page_tables_are_added() => Assert.Equal(
        [
            "START+0x5000 364K  page tables gone: pmd, pte",
            "page tables  1 -> 0 pmd",
        ],
        Told((Rest, Rest.Replace("pte", "pud")), ("1 pmd", "0 pmd")));

    [Theory]
    [InlineData("cpu 1  START+0x00000 f0", "cpu 1  START+0x00000 f0 stale",
        "TLB of cpu 1  keeps START+0x0 f0, now stale")]
    [InlineData("cpu 1  START+0x00000 f0", "cpu 1  START+0x00000 f5 (free frame)",
        "TLB of cpu 1  learns START+0x0 f0 -> f5 (free frame)")]
    [InlineData("cpu 1  START+0x00000 f0\n", "cpu 1  START+0x00000 f0\ncpu 3  START+0x01000 f1\n",
        "TLB of cpu 3  remembers START+0x1000 f1")]
    [InlineData("8192 bytes, min_count 3", "8192 bytes, min_count 2",
        "kmemleak  START+0x0 min_count 3 -> 2")]
    [InlineData("8192 bytes", "8190 bytes", "kmemleak  START+0x0 8192 -> 8190 bytes")]
    [InlineData("START+0x00000   8192 bytes, min_count 3", "none", "kmemleak  START+0x0 forgotten")]
    [InlineData("vmap_lazy_nr   0", "vmap_lazy_nr   2", "vmap_lazy_nr  0 -> 2")]
    [InlineData("3 in use", "4 in use", "frames  3 -> 4 in use")]
    [InlineData("3 mapped", "4 mapped", "frames  3 -> 4 mapped")]
    [InlineData("2 vm_struct, 2 vmap_area", "2 vm_struct, 3 vmap_area",
        "slab  2 -> 3 vmap_area")]
    [InlineData("1 pages array", "1 pages array, 1 vmap_block", "slab  0 -> 1 vmap_block")]
    [InlineData("---[ TLB ]---",
        "---[ blocks of vm_map_ram ]---\nSTART+0x04000 cpu 0  2 free, 1 dirty, queued\n---[ TLB ]---",
        "vmap_block  START+0x4000 new: cpu 0  2 free, 1 dirty, queued")]
    [InlineData("rcu callbacks  0", "rcu callbacks  1", "rcu callbacks  0 -> 1")]
    public void Tell_what_is_not_about_ranges(string was, string becomes, string told) =>
        Assert.Equal([told], Told((was, becomes)));

    [Fact]
    public void Tell_that_kmemleak_gave_up() => Assert.Equal(
        ["kmemleak  on -> off"],
        Told(("objects ]---\nSTART+0x00000   8192 bytes, min_count 3", ": off ]---"),
            ("kmemleak : off", "kmemleak: off")));

    /// <summary>Each run numbers its frames for itself, by first use.</summary>
    [Fact]
    public void Of_two_runs_do_not_differ_by_the_numbers_of_frames() => Assert.Empty(
        Lines(DumpDifference.OfTwoRuns(
            Read(), Read(("f0-f1", "f7-f8"), ("maps f2", "maps f0"), ("cpu 1  START+0x00000 f0",
                "cpu 1  START+0x00000 f7")))));

    [Fact]
    public void Of_two_runs_differ_where_other_pages_share_a_frame() => Assert.Equal(
        ["START+0x1000 4K  remapped f1 -> f0"],
        Lines(DumpDifference.OfTwoRuns(
            Read(), Read(("f0-f1", "f0,f0"), ("maps f2", "maps f1"), ("3 mapped", "2 mapped")))));

    static IReadOnlyList<string> Told(params (string Was, string Becomes)[] changes) =>
        Lines(DumpDifference.Of(Read(), Read(changes)));

    static IReadOnlyList<string> Lines(IReadOnlyList<DumpChange> changes) =>
        [.. DumpChange.Told(changes).Select(static line => line.Text)];

    static Dump Read(params (string Was, string Becomes)[] changes)
    {
        string text = Dumped;
        foreach ((string was, string becomes) in changes)
        {
            Assert.Contains(was, text);
            text = text.Replace(was, becomes);
        }

        return Assert.Single(DumpReader.Read(text)).Dump;
    }
}
