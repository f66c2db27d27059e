// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

public class PageTableRanges
{
    /// <summary>Larger ranges are not looked at page by page.</summary>
    const ulong PagesLookedAt = 1024;

    [Trait("Length", "long")]
    [Fact]
    public void Cover_every_address_once_and_merge_what_is_equal()
    {
        int pictures = 0;
        RandomPictures.Visit((machine, picture, _) =>
        {
            pictures++;
            List<PageTableRange> ranges = PageTableWalk.Of(machine, picture);
            Assert.Equal(machine.Start, ranges[0].Start);
            Assert.Equal(machine.RangeEnd, ranges[^1].End);
            foreach ((PageTableRange lower, PageTableRange upper) in ranges.Zip(ranges.Skip(1)))
            {
                Assert.Equal(lower.End, upper.Start);
                Assert.NotEqual((lower.Level, lower.Bits), (upper.Level, upper.Bits));
            }
        });
        Assert.True(pictures > 1000, $"only {pictures} pictures");
    }

    [Trait("Length", "long")]
    [Fact]
    public void Say_of_each_page_what_its_tables_say()
    {
        int pages = 0;
        RandomPictures.Visit((machine, picture, _) =>
        {
            if ((machine.RangeEnd - machine.Start) / machine.PageSize > PagesLookedAt)
            {
                return;
            }

            Dictionary<ulong, Pgprot> present = picture.Translations.ToDictionary(
                static entry => entry.Address, static entry => entry.Prot);
            HashSet<(TableLevel, ulong)> tables =
                [.. picture.Tables.Select(static table => (table.Level, table.Base))];
            foreach (PageTableRange range in PageTableWalk.Of(machine, picture))
            {
                for (ulong at = range.Start; at < range.End; at += machine.PageSize)
                {
                    pages++;
                    (int, ulong) entry = present.TryGetValue(at, out Pgprot prot)
                        ? (4, prot.Bits) : (EmptyLevel(machine, tables, at), 0);
                    Assert.Equal(entry, (range.Level, range.Bits));
                }
            }
        });
        Assert.True(pages > 10_000, $"only {pages} pages");
    }

    /// <summary>The level of the first empty entry on the way down to a page.</summary>
    static int EmptyLevel(Machine machine, HashSet<(TableLevel, ulong)> tables, ulong at)
    {
        int above = 1;
        for (TableLevel level = 0; level <= TableLevel.Pte; level++)
        {
            if (machine.Levels.IsFolded(level))
            {
                continue;
            }

            ulong span = machine.PageSize << machine.Levels.Reach(level);
            if (!tables.Contains((level, at - (at % span))))
            {
                return above;
            }

            above = (int)level + 2;
        }

        return above;
    }
}
