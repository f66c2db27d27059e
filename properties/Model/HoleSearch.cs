// SPDX-License-Identifier: GPL-2.0-only
using Verification.Model;
using Verification.Search;
using Xunit;

namespace Verification.Properties;

/// <summary>The fast search for address space against the rule, entry by entry.</summary>
public class HoleSearch
{
    const ulong Page = 4096;
    const ulong Start = 0x4900_0000_0000;

    /// <summary>Entries, pages of range: crowded to empty, one block to a hundred.</summary>
    [Trait("Length", "long")]
    [Theory]
    [InlineData(10, 64)]
    [InlineData(10, 4096)]
    [InlineData(300, 1024)]
    [InlineData(3000, 10000)]
    [InlineData(3000, 1 << 20)]
    public void Finds_what_the_linear_rule_finds(int most, int pages)
    {
        var index = new AddressIndex();
        var prng = new Prng((ulong)most + (ulong)pages);
        List<ulong> starts = [];
        int found = 0;
        for (int round = 0; round < most * 6; round++)
        {
            if (starts.Count == most || (starts.Count > 0 && prng.Percent(35)))
            {
                RemoveOne(index, starts, prng.Below(starts.Count));
            }

            Request(ref prng, pages, out ulong from, out ulong to, out ulong size, out ulong align);
            bool fits = index.FindHole(from, to, size, align, Page, out ulong address);
            bool expected = index.FindHoleLinearly(
                from, to, size, align, Page, out ulong linear);
            Assert.Equal((expected, expected ? linear : 0), (fits, fits ? address : 0));
            if (fits && starts.Count < most)
            {
                index.Insert(address, address + size, 0);
                starts.Add(address);
                found++;
            }
        }

        Assert.Equal(starts.Count, index.Count);
        Assert.InRange(found, 10, int.MaxValue);
    }

    [Fact]
    public void A_sum_that_wraps_to_zero_counts_as_room()
    {
        var index = new AddressIndex();
        index.Insert(Start, Start + Page, 0);

        bool fits = index.FindHole(
            Start, ulong.MaxValue, unchecked(0 - (Start + (2 * Page))), 1, Page, out ulong at);

        Assert.True(fits);
        Assert.Equal(Start + (2 * Page), at);
    }

    [Fact]
    public void Entries_are_in_address_order_after_splits_and_drops()
    {
        var index = new AddressIndex();
        var prng = new Prng(7);
        List<ulong> starts = [];
        for (int i = 0; i < 1000; i++)
        {
            ulong start = Start + ((ulong)((i * 7919) % 1000) * 2 * Page);
            index.Insert(start, start + Page, 0);
            starts.Add(start);
        }

        for (int i = 0; i < 700; i++)
        {
            RemoveOne(index, starts, prng.Below(starts.Count));
        }

        List<ulong> walked = [];
        for (var at = AddressIndex.First; index.IsEntry(at); at = index.Next(at))
        {
            walked.Add(index.StartAt(at));
        }

        Assert.Equal(starts.Order(), walked);
    }

    static void RemoveOne(AddressIndex index, List<ulong> starts, int at)
    {
        index.RemoveAt(index.LowerBound(starts[at]));
        starts[at] = starts[^1];
        starts.RemoveAt(starts.Count - 1);
    }

    static void Request(
        ref Prng prng, int pages, out ulong from, out ulong to, out ulong size, out ulong align)
    {
        from = Start;
        to = Start + ((ulong)pages * Page) - (ulong)prng.Below(2);
        size = (ulong)(2 + prng.Below(prng.Below(4) == 0 ? 60 : 6)) * Page;
        align = prng.Below(3) == 0 ? Page << prng.Below(8) : 1;
        if (prng.Below(5) == 0)
        {
            from += (ulong)prng.Below(pages) * Page;
            to -= (ulong)prng.Below(pages / 2) * Page;
        }
    }
}
