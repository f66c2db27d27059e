// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Xunit;

namespace Verification.Properties;

public sealed class ReadingADump
{
    const string Ranges =
        "---[ vmalloc() Area ]---\n"
        + "START+0x00000-START+0x02000           8K     RW             GLB NX pte\n"
        + "START+0x02000-START+0x60000         376K                           pte\n";

    const string Area =
        "START+0x00000-START+0x03000          12K live vmalloc pages=2 array=slab maps f0-f1\n";

    const string Behind =
        "---[ kmemleak objects ]---\nnone\n"
        + "---[ counters ]---\nvmap_lazy_nr   0\npage tables    1 pud, 1 pmd, 1 pte\n"
        + "frames         2 in use, 2 mapped\n"
        + "slab           1 vm_struct, 1 vmap_area, 1 pages array\nrcu callbacks  0\n";

    const string Areas = "---[ areas, guard pages included ]---\n";
    const string Whole = Ranges + Areas + Area + Behind;

    [Trait("Length", "long")]
    [Fact]
    public void Gives_what_was_written()
    {
        int dumps = 0;
        RandomPictures.Visit((machine, picture, _) =>
        {
            Dump dump = DumpMaker.Of(machine, picture, new FrameNames());
            string text = DumpText.Of(dump);
            DumpSection section = Assert.Single(DumpReader.Read(text));
            Assert.Empty(section.Before);
            Assert.Equivalent(dump, section.Dump, strict: true);
            Assert.Equal(text, DumpText.Of(section.Dump));
            dumps++;
        });
        Assert.True(dumps > 1000, $"only {dumps} dumps");
    }

    [Fact]
    public void Knows_every_word_of_a_dump()
    {
        const string text =
            "---[ below VMALLOC_START ]---\n"
            + "START-0x01000-START+0x00000           4K USR ro PWT PCD PSE GLB x  pmd\n"
            + "---[ vmalloc() Area ]---\n"
            + "START+0x00000-START+0x02000           8K     RW         pat GLB NX pte\n"
            + "START+0x02000-START+0x60000         376K                           pgd\n"
            + "---[ above VMALLOC_END ]---\n"
            + "START+0x60000-START+0x61000           4K     RW             GLB NX pte\n"
            + Areas
            + "START+0x00000-START+0x03000          12K live ioremap vmalloc vmap user vpages "
            + "pages=2 array=START+0x5000 vm_struct.size=64B "
            + "maps f0,f2,f4,f6,f8,f10,\n    f12-f13,f3 N0=2 N1=7 (4 free frames)\n"
            + "START+0x04000-START+0x05000           4K live not on vmlist maps f1 (free frames)\n"
            + "START+0x06000-START+0x07000           4K reserved maps device f14-f15\n"
            + "START+0x08000-START+0x09000           4K lazy\n"
            + "START+0x0a000-START+0x0b000           4K purging\n"
            + "START-0x02000-START+0x00000           8K no vmap_area vmalloc\n"
            + "---[ blocks of vm_map_ram ]---\n"
            + "START+0x06000 cpu 1  2 free, 0 dirty, queued\n"
            + "START+0x0c000 cpu 0  0 free, 3 dirty\n"
            + "---[ TLB ]---\n"
            + "cpu 0  START+0x00000 f0\n"
            + "cpu 31  START+0x01000 f11 stale (free frame)\n"
            + "cpu 31  START+0x06000 device f14\n"
            + "---[ kmemleak: off ]---\n"
            + "---[ counters ]---\nvmap_lazy_nr   -2\npage tables    1 pud, 1 pmd, 1 pte\n"
            + "frames         2 in use, 2 mapped\n"
            + "slab           1 vm_struct, 1 vmap_area, 1 pages array, 2 percpu array, "
            + "2 vmap_block, 5 radix_tree_node, 1 other object\nrcu callbacks  3\n";
        Assert.Equal(text, DumpText.Of(Assert.Single(DumpReader.Read(text)).Dump));
    }

    [Fact]
    public void Finds_each_dump_of_a_snapshot_behind_its_calls()
    {
        IReadOnlyList<DumpSection> sections = DumpReader.Read(
            $"p0 = vmalloc(8192); /* -> START+0x0 */\n\n{Whole}\nvfree(p0);\n\n{Whole}\n"
            + "vm_unmap_aliases();");
        Assert.Equal(
            [["p0 = vmalloc(8192); /* -> START+0x0 */"], ["vfree(p0);"]],
            sections.Select(static section => section.Before));
    }

    [Fact]
    public void Does_not_mind_line_ends_of_another_system() => Assert.Equal(
        Whole, DumpText.Of(DumpReader.Read(Whole.Replace("\n", "\r\n"))[0].Dump));

    [Theory]
    [InlineData(Whole, "", 1, 1, "expected a dump, which begins with '---[ vmalloc() Area ]---'")]
    [InlineData("vmalloc() Area", "vmaloc Area", 1, 1,
        "expected '---[ areas, guard pages included ]---', found '---[ vmaloc Area ]---'")]
    [InlineData("START+0x00000-START+0x02000  ", "START+0x01000-START+0x02000  ", 2, 39,
        "the range holds 4K, and not 8K")]
    [InlineData("START+0x02000-START+0x60000         376K", "START+0x03000-START+0x60000 372K",
        3, 1, "expected a run from START+0x2000 upwards")]
    [InlineData("0x60000", "0x8000000000000000", 3, 21, "is not 0 to 0x7fffffffffffffff")]
    [InlineData("RW", "rw", 2, 46, "expected pgd or pud or pmd or pte, found 'rw'")]
    [InlineData("GLB NX pte", "GLB NX pge", 2, 68,
        "expected pgd or pud or pmd or pte, found 'pge'")]
    [InlineData("GLB NX", "GLB", 2, 65, "expected NX or x, found 'pte'")]
    [InlineData("live", "alive", 5, 42,
        "expected reserved or live or lazy or purging, found 'alive'")]
    [InlineData("12K", "12Q", 5, 38, "expected a size (12K), found '12Q'")]
    [InlineData("12K", "K", 5, 38, "expected a size (12K), found 'K'")]
    [InlineData("f0-f1", "f1-f0", 5, 79, "f0 is not behind f1")]
    [InlineData("f0-f1", "g0", 5, 79, "expected a frame (f0), 0 to 1048575, found 'g0'")]
    [InlineData("f0-f1", "f0-f1 twice", 5, 85, "expected the end of the line, found 'twice'")]
    [InlineData("none", "START+0x0 x bytes", 7, 11, "expected a size, found 'x'")]
    [InlineData("rcu callbacks  0\n", "", 13, 1,
        "expected a line of the counters, found the end of the text")]
    [InlineData("2 mapped", "2 maped", 11, 28, "expected 'mapped', found 'maped'")]
    [InlineData(Area, "", 5, 1, "expected 'START'")]
    public void Says_where_a_slip_is_and_what_was_expected(
        string was, string becomes, int line, int column, string told)
    {
        Assert.Contains(was, Whole);
        DumpSyntaxException error = Assert.Throws<DumpSyntaxException>(
            () => DumpReader.Read(Whole.Replace(was, becomes)));
        Assert.Equal((line, column), (error.Line, error.Column));
        Assert.Contains(told, error.Message);
    }

    /// <summary>Frames are expanded when dumps are compared.</summary>
    [Fact]
    public void Refuses_more_frames_than_a_machine_can_map()
    {
        string area = Area.Replace("f0-f1", "f0-f1048575");
        Assert.Contains("more than 4194304 frames are mapped", Assert.Throws<DumpSyntaxException>(
            () => DumpReader.Read(Ranges + Areas + string.Concat(Enumerable.Repeat(area, 5))))
                .Message);
    }

    [Fact]
    public void Refuses_what_is_too_long() => Assert.Contains(
        "longer than 16777216 characters", Assert.Throws<DumpSyntaxException>(
            () => DumpReader.Read(new string('\n', DumpReader.MaxCharacters + 1))).Message);

    /// <summary>Whatever is cut off or doubled, no other exception comes of it.</summary>
    [Fact]
    public void Never_fails_otherwise()
    {
        int read = 0;
        for (int i = 0; i < Whole.Length; i++)
        {
            foreach (string text in new[]
            {
                Whole[..i], Whole.Remove(i, 1), Whole.Insert(i, "-"), Whole.Insert(i, "\n"),
                Whole.Insert(i, "9999999999999999"),
            })
            {
                try
                {
                    read += DumpReader.Read(text).Count;
                }
                catch (DumpSyntaxException error)
                {
                    Assert.InRange(error.Line, 1, 20);
                }
            }
        }

        Assert.InRange(read, 100, 3 * Whole.Length);
    }
}
