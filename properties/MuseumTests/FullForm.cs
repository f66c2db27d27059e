// SPDX-License-Identifier: GPL-2.0-only
using Verification.Museum;
using Verification.Spec;
using Verification.Vmcheck;
using Xunit;

namespace Verification.Properties;

/// <summary>What the full form measured last, and the page made of it.</summary>
public sealed class FullForm
{
    /// <summary>Processor time in which an exhibit has to be found.</summary>
    const double MostSeconds = 60;

    /// <summary>And in which nearly all are.</summary>
    const double FewSeconds = 5;

    const string Page = "docs/MUSEUM.md";

    static readonly Figures figures =
        MuseumJson.Read(Repository.Read("properties/Museum/figures.json"));

    /// <summary>Exhibits that came after the last full form are not among them.</summary>
    static IEnumerable<(Exhibit Exhibit, ExhibitFigures Figures)> Measured =>
        from one in figures.Exhibits select (Collection.Find(one.Id)!, one);

    /// <summary>The page in the repository is the approved one.</summary>
    [Fact]
    public void Is_what_the_page_says() => Approved.Page(Page, MuseumDocument.Of(figures));

    [Fact]
    public void Ran_to_its_end_on_a_known_day_from_all_its_seeds()
    {
        Assert.False(figures.Interrupted);
        Assert.NotNull(figures.Date);
        Assert.Equal(TourPlan.FullSeeds, figures.Seeds);
        Assert.All(Measured, static one => Assert.NotNull(one.Exhibit));
    }

    /// <summary>A new exhibit waits for the next full form; a few may.</summary>
    [Fact]
    public void Saw_the_exhibits_as_they_are_now_all_but_a_few_new_ones()
    {
        Assert.Equal(figures.Exhibits.Count, figures.Exhibits.DistinctBy(one => one.Id).Count());
        Assert.InRange(Collection.All.Count - figures.Exhibits.Count, 0, 150);
        Assert.All(Measured, static one => Assert.Equal(
            (one.Exhibit.Title, one.Exhibit.Missed), (one.Figures.Title, one.Figures.Reason)));
    }

    [Fact]
    public void Found_nothing_in_the_unchanged_model_in_ten_times_the_longest_hunt()
    {
        Assert.Empty(figures.Control!.Broken);
        Assert.True(figures.Control.Commands
            >= TourPlan.ControlFactor * figures.Exhibits.Max(static one => one.Commands));
    }

    [Fact]
    public void Broke_the_law_that_each_exhibit_names_first_and_every_other_it_names() =>
        Assert.All(Measured.Where(static one => one.Figures.Found), static one =>
        {
            Assert.Equal(one.Exhibit.Breaks[0].Name, one.Figures.Law);
            Assert.Empty(one.Exhibit.Breaks.Select(static law => law.Name)
                .Except(one.Figures.Catching!));
        });

    [Fact]
    public void Found_every_exhibit_but_those_that_say_why_not()
    {
        Assert.Empty(figures.Missed);
        Assert.All(Measured, static one =>
            Assert.True(one.Figures.Found == one.Exhibit.Missed is null, one.Figures.Id));
    }

    [Fact]
    public void Found_nearly_all_within_seconds()
    {
        double[] seconds =
        [
            .. Measured.Where(static one => one.Figures.Found)
                .Select(static one => one.Figures.Seconds),
        ];

        Assert.All(seconds, static one => Assert.InRange(one, 0, MostSeconds));
        Assert.True(seconds.Count(static one => one <= FewSeconds) >= 0.95 * seconds.Length);
    }

    [Fact]
    public void Shrank_each_to_about_the_shortest_trace_known() =>
        Assert.All(
            Measured.Where(static one => one.Figures.Found),
            static one => Assert.True(
                one.Figures.TraceLength <= one.Exhibit.Shortest
                && one.Figures.LongestTrace <= one.Exhibit.Shortest + 2,
                $"{one.Figures.Id}: median {one.Figures.TraceLength}, longest "
                + $"{one.Figures.LongestTrace}, shortest {one.Exhibit.Shortest}"));

    /// <summary>What is rare measures the generators.</summary>
    [Fact]
    public void Needed_more_than_drawing_evenly_for_what_is_said_to_be_rare()
    {
        Exhibit[] rare =
        [
            .. Measured.Select(static one => one.Exhibit).Where(static one => one.Rare is not null),
        ];

        Assert.InRange(rare.Length, 12, int.MaxValue);
        Assert.All(Measured.Where(static one => one.Exhibit.Missed is null), static one =>
            Assert.True(
                one.Exhibit.Rare is null == one.Figures.Uniform is not null,
                $"{one.Figures.Id}: {one.Figures.Uniform} commands"));
    }

    /// <summary>Redundant is what says so, with the reason why it stays.</summary>
    [Fact]
    public void Shows_an_exhibit_that_only_it_catches_for_each_law_or_the_reason_why_not()
    {
        string[] needed =
        [
            .. figures.Exhibits.Where(static one => one.Catching?.Count == 1)
                .SelectMany(static one => one.Catching!).Distinct(),
        ];
        IEnumerable<string> redundant =
            from law in Claim.All
            where law.Mood == Mood.Always && !needed.Contains(law.Name)
            select law.Name;

        Assert.Equal(redundant.Order(), Redundant.Reasons.Keys.Select(law => law.Name).Order());
        Assert.All(Redundant.Reasons.Values, Assert.NotEmpty);
    }
}
