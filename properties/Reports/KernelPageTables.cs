// SPDX-License-Identifier: GPL-2.0-only
using System.Globalization;
using System.Text.RegularExpressions;
using Verification.Search;
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>Lines as <c>kernel_page_tables</c> has them, read back and held against the walk.</summary>
public sealed partial class KernelPageTables
{
    static readonly (PteBits Bit, string Word)[] words =
    [
        (PteBits.Us, "USR"), (PteBits.Rw, "RW"), (PteBits.Pwt, "PWT"), (PteBits.Pcd, "PCD"),
        (PteBits.PsePat, "pat"), (PteBits.Glb, "GLB"), (PteBits.Nx, "NX"),
    ];

    [Trait("Length", "long")]
    [Fact]
    public void Have_every_mapped_page_in_one_line_with_its_bits_and_no_gap()
    {
        int pages = 0;
        int closed = 0;
        RandomPictures.Visit((machine, picture, _) =>
        {
            string text = Ptdump.Of(machine, picture);
            List<Line> lines = Read(machine, text);
            Assert.All(lines.Zip(lines.Skip(1)), static pair =>
                Assert.Equal(pair.First.End, pair.Second.Start));
            foreach (Line line in lines.Where(static line => line.Bits != PteBits.None))
            {
                TranslationEntry[] mapped =
                    [.. picture.Translations.Where(entry => line.Holds(entry.Address))];
                Assert.Equal((line.End - line.Start) / machine.PageSize, (ulong)mapped.Length);
                Assert.Single(mapped.Select(static entry => entry.Prot).Distinct());
                Assert.Equal(PteColumns.Shown(mapped[0].Prot.Bits), line.Bits);
                pages += mapped.Length;
            }

            Assert.Equal(
                picture.Translations.Where(entry =>
                    entry.Address >= machine.Start && entry.Address < machine.End),
                picture.Translations.Where(entry =>
                    lines.Exists(line => line.Bits != PteBits.None && line.Holds(entry.Address))));
            closed += text.EndsWith("End ]---\n", StringComparison.Ordinal)
                || text.EndsWith("Vmemmap ]---\n", StringComparison.Ordinal) ? 1 : 0;
        });
        Assert.True(pages > 10_000, $"only {pages} pages");
        Assert.True(closed > 1000, $"only {closed} with a marker behind the range");
    }

    [Trait("Length", "long")]
    [Fact]
    public void Have_each_hole_at_the_level_of_its_empty_entry()
    {
        int holes = 0;
        RandomPictures.Visit((machine, picture, _) =>
        {
            List<PageTableRange> walk = PageTableWalk.Of(machine, picture);
            foreach (Line line in Read(machine, Ptdump.Of(machine, picture)))
            {
                foreach (PageTableRange range in walk.Where(range =>
                    range.Start < line.End && line.Start < range.End))
                {
                    Assert.Equal(range.Level, line.Level);
                    holes += range.Bits == 0 ? 1 : 0;
                }
            }
        });
        Assert.True(holes > 10_000, $"only {holes} holes");
    }

    [Fact]
    public void Split_where_bits_differ_that_are_not_printed()
    {
        Machine machine = Machines.Tight64;
        Picture picture = new();
        picture.Translations.Add(new(machine.Start, 1, Pgprot.Kernel));
        picture.Translations.Add(new(machine.Start + 4096, 0, Pgprot.Kernel));
        picture.Translations.Add(new(machine.Start + 8192, 2, new(Pgprot.Kernel.Bits & ~0x40UL)));

        string[] lines = Ptdump.Of(machine, picture).Split('\n');

        Assert.Equal(
            [
                "---[ vmalloc() Area ]---",
                "0x00004900001e0000-0x00004900001e2000           8K     RW             GLB NX pte",
                "0x00004900001e2000-0x00004900001e3000           4K     RW             GLB NX pte",
                "0x00004900001e3000-0x0000490000200000         116K                           pte",
            ],
            lines[..4]);
    }

    [Theory]
    [InlineData("i386", "vmalloc() End", "0xf8000000-0xff800000         120M ")]
    [InlineData("x86-64", "Vmemmap", "0xffffc90000000000-0xffffea0000000000          33T ")]
    public void Go_from_entry_to_entry_where_the_range_does_not(
        string name, string next, string hole) =>
        Assert.Equal(
            $"---[ vmalloc() Area ]---\n{hole}{new string(' ', 26)}pgd\n---[ {next} ]---\n",
            Ptdump.Of(Machines.Find(name)!, new Picture()));

    [Fact]
    public void Are_none_where_one_empty_entry_covers_the_range()
    {
        Machine machine = Machines.Find("i386-pae")!;
        Assert.Empty(Ptdump.Of(machine, new Picture()));
    }

    static List<Line> Read(Machine machine, string text)
    {
        string[] lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, line => Assert.Matches(Shape(), line));
        Assert.Equal(lines.Length > 0, lines is ["---[ vmalloc() Area ]---", ..]);
        return [.. lines.Where(static line => line[0] == '0').Select(line => Of(machine, line))];
    }

    static Line Of(Machine machine, string line)
    {
        string[] parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string[] ends = parts[0].Split('-');
        Assert.All(ends, end => Assert.Equal(machine.PointerDigits + 2, end.Length));
        ulong[] at = [.. ends.Select(static end => Convert.ToUInt64(end, 16))];
        ulong size = ulong.Parse(parts[1][..^1], CultureInfo.InvariantCulture)
            << (10 * "BKMGTPE".IndexOf(parts[1][^1], StringComparison.Ordinal));
        Assert.Equal(size, unchecked(at[1] - at[0]) & machine.LongMask);
        PteBits bits = parts.Length == 3 ? PteBits.None : PteBits.Present;
        foreach ((PteBits bit, string word) in words)
        {
            bits |= parts.Contains(word) ? bit : PteBits.None;
        }

        return new(
            at[0], unchecked(at[0] + size), Array.IndexOf(PteColumns.Levels, parts[^1]), bits);
    }

    [GeneratedRegex(@"^(---\[ [^]]+ \]---|0x[0-9a-f]+-0x[0-9a-f]+   [ 0-9]{9}[BKMGTPE] "
        + "( {26}|(USR|   ) (RW|ro) (PWT|   ) (PCD|   ) (PSE|pat|   ) (GLB|   ) (NX|x ) )"
        + "(pgd|pud|pmd|pte))$")]
    private static partial Regex Shape();

    sealed record Line(ulong Start, ulong End, int Level, PteBits Bits)
    {
        public bool Holds(ulong address) => address >= Start && address < End;
    }
}
