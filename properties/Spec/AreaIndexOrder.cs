// SPDX-License-Identifier: GPL-2.0-only
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>The index of areas against a plain sorted list, equal starts included.</summary>
public sealed class AreaIndexOrder
{
    /// <summary>
    /// Starts are drawn from few values, so that many are equal and blocks split often.
    /// </summary>
    [Property(MaxTest = 60, StartSize = 10, EndSize = 1500, Replay = "(11,3)")]
    public Property Agrees_with_a_sorted_list(PositiveInt spread) => Prop.ForAll(
        Gen.Choose(0, 999).Two().ListOf().ToArbitrary(),
        draws => Follow(draws, 1 + (spread.Get % 300)));

    [Fact]
    public void Is_empty_again_after_it_is_cleared()
    {
        var index = new AreaIndex();
        for (int i = 0; i < 200; i++)
        {
            index.Insert(At((ulong)i * 16));
        }

        index.Clear();

        Assert.Equal(0, index.Count);
        Assert.Empty(index.All());
        Assert.Null(index.AtOrBelow(ulong.MaxValue));
        Assert.Null(index.Above(0));
    }

    [Fact]
    public void Refuses_to_remove_what_it_does_not_hold()
    {
        var index = new AreaIndex();
        index.Insert(At(32));

        Assert.Throws<ArgumentException>(() => index.Remove(At(32)));
    }

    static void Follow(IEnumerable<(int Choice, int Value)> draws, int spread)
    {
        var index = new AreaIndex();
        var sorted = new List<Area>();
        foreach ((int choice, int value) in draws)
        {
            if (choice < 600 || sorted.Count == 0)
            {
                Area area = At((ulong)(value % spread) * 16);
                index.Insert(area);
                sorted.Insert(sorted.FindLastIndex(other => other.Start <= area.Start) + 1, area);
            }
            else
            {
                Area area = sorted[value % sorted.Count];
                index.Remove(area);
                sorted.Remove(area);
            }

            LooksTheSame(index, sorted, (ulong)value * 8);
        }

        Assert.Equal(sorted, index.All());
    }

    static void LooksTheSame(AreaIndex index, List<Area> sorted, ulong address)
    {
        Assert.Equal(sorted.Count, index.Count);
        Assert.Same(sorted.FindLast(area => area.Start <= address), index.AtOrBelow(address));
        Assert.Same(sorted.Find(area => area.Start > address), index.Above(address));
        if (sorted.Count > 0)
        {
            int at = (int)(address % (ulong)sorted.Count);
            Assert.Same(sorted.ElementAtOrDefault(at - 1), index.Before(sorted[at]));
            Assert.Same(sorted.ElementAtOrDefault(at + 1), index.After(sorted[at]));
        }
    }

    static Area At(ulong start)
    {
        var area = new Area();
        area.Reset(start, start + 16, 1, 0);
        return area;
    }
}
