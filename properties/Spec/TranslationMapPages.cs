// SPDX-License-Identifier: GPL-2.0-only
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>The map of translations against a plain dictionary.</summary>
public sealed class TranslationMapPages
{
    const int Shift = 6;

    /// <summary>What is indexed directly; the tests reach far outside it as well.</summary>
    const ulong Start = 0x4000;

    const ulong End = 0xc000;

    [Property(MaxTest = 60, StartSize = 10, EndSize = 400, Replay = "(12,5)")]
    public Property Agrees_with_a_dictionary() => Prop.ForAll(
        Gen.Choose(0, 1200).Two().ListOf().ToArbitrary(), static draws => Follow(draws));

    [Fact]
    public void Reaches_both_ends_of_the_address_space()
    {
        TranslationMap map = New();
        map.At(0).Frame = 1;
        map.At(ulong.MaxValue).Frame = 2;

        Assert.Equal(1, map.Get(63).Frame);
        Assert.Equal(2, map.Get(ulong.MaxValue - 63).Frame);
        Assert.False(map.Get(64).IsPresent);
    }

    [Fact]
    public void Lists_a_huge_range_by_what_lies_in_it()
    {
        TranslationMap map = New();
        map.At(1UL << 62).Frame = 7;
        List<ulong> pages = [];

        map.PresentIn(0, ulong.MaxValue, pages);

        Assert.Equal([1UL << 62], pages);
    }

    [Fact]
    public void Forgets_everything_when_it_is_cleared()
    {
        TranslationMap map = New();
        map.At(4096).Frame = 7;
        map.Clear(Shift, Start, End);
        map.At(8192).Frame = 9;

        Assert.False(map.Get(4096).IsPresent);
        Assert.Equal(9, map.Get(8192).Frame);
    }

    static void Follow(IEnumerable<(int Page, int Frame)> draws)
    {
        TranslationMap map = New();
        var known = new SortedDictionary<ulong, int>();
        foreach ((int page, int frame) in draws)
        {
            // A far chunk every seventh time: chunks are looked up, not only remembered.
            ulong address = ((ulong)page << Shift) + (page % 7 == 0 ? 1UL << 40 : 0);
            if (frame % 3 == 0)
            {
                map.At(address).Clear();
                known.Remove(address);
            }
            else
            {
                map.At(address).Frame = frame;
                known[address] = frame;
            }

            Assert.Equal(known.GetValueOrDefault(address, -1), map.Get(address + 63).Frame);
            Lists(map, known, (ulong)frame << Shift, (ulong)Math.Max(page, frame) << Shift);
        }

        Lists(map, known, 0, 1UL << 50);
    }

    static void Lists(
        TranslationMap map, SortedDictionary<ulong, int> known, ulong start, ulong end)
    {
        List<ulong> pages = [];
        map.PresentIn(start, end, pages);
        Assert.Equal(known.Keys.Where(page => page >= start && page < end), pages.Order());
    }

    static TranslationMap New()
    {
        var map = new TranslationMap();
        map.Clear(Shift, Start, End);
        return map;
    }
}
