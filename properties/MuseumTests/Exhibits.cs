// SPDX-License-Identifier: GPL-2.0-only
using Verification.Museum;
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>The files of the museum, without a hunt.</summary>
public sealed class Exhibits
{
    const int HistoricalBugs = 82;

    /// <summary>Of these mistakes the corpus knows further kinds, b to the letter given.</summary>
    static readonly (int Number, char Last)[] kinds =
    [
        (3, 'd'), (10, 'b'), (12, 'b'), (14, 'b'), (17, 'b'), (20, 'e'), (21, 'c'), (22, 'b'),
        (25, 'c'), (28, 'c'), (29, 'b'),
    ];

    public static TheoryData<string> Ids => [.. Collection.All.Select(one => one.Id)];

    static IEnumerable<string> Corpus =>
    [
        .. Enumerable.Range(1, HistoricalBugs).Select(number => $"B{number:00}"),
        .. Enumerable.Range(1, 32).Select(number => $"M{number:00}"),
        .. from kind in kinds
           from letter in Enumerable.Range('b', kind.Last - 'b' + 1)
           select $"M{kind.Number:00}{(char)letter}",
    ];

    /// <summary>What fails here names the change whose place in the model is gone.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void Find_their_place_in_the_model_as_it_is(string id) =>
        Assert.NotEmpty(Planting.Sources(id, Collection.Find(id)!.Plant));

    [Fact]
    public void Have_an_id_and_a_title_of_their_own()
    {
        Assert.Equal(Collection.All.Count, Collection.All.DistinctBy(one => one.Id).Count());
        Assert.Equal(Collection.All.Count, Collection.All.DistinctBy(one => one.Title).Count());
    }

    [Fact]
    public void Lie_in_a_file_of_their_name() =>
        Assert.Equal(
            Collection.All.Select(one => $"properties/Museum/Exhibits/{one.Id}.cs").Order(),
            Repository.Files(".cs", "properties/Museum/Exhibits").Order());

    [Fact]
    public void Say_what_went_wrong_and_how_it_shows() =>
        Assert.All(Collection.All, exhibit =>
        {
            Assert.NotEmpty(exhibit.Source);
            Assert.NotEmpty(exhibit.Story);
            Assert.NotEmpty(exhibit.Plant);
            Assert.NotEmpty(exhibit.Breaks);
            Assert.All(exhibit.Breaks, law => Assert.Equal(Mood.Always, law.Mood));
            Assert.True(exhibit.Shortest > 0);
        });

    /// <summary>What is left out is named, with the reason.</summary>
    [Fact]
    public void Are_all_of_the_corpus_or_listed_as_not_yet_there()
    {
        string[] shown = [.. Collection.All.Select(one => one.Id)];

        Assert.Empty(Corpus.Except([.. shown, .. Collection.NotYet.Keys]));
        Assert.Empty(Collection.NotYet.Keys.Intersect(shown));
        Assert.Empty(Collection.NotYet.Keys.Except(Corpus));
        Assert.All(Collection.NotYet.Values, Assert.NotEmpty);
    }

    [Fact]
    public void Are_as_many_as_promised() => Assert.InRange(Collection.All.Count, 110, 400);
}
