// SPDX-License-Identifier: GPL-2.0-only
using Verification.Vmcheck;
using Xunit;

namespace Verification.Properties;

/// <summary>One line of progress.</summary>
public sealed class Paces
{
    [Fact]
    public void Say_what_is_done_and_for_how_long() =>
        Assert.Equal("replaying, 3 s", new Pace("replaying").Line(TimeSpan.FromSeconds(3)));

    [Fact]
    public void Say_rate_and_remaining_time_where_the_end_is_a_number()
    {
        Pace pace = new("hunting") { Noun = "trace", Done = 500, All = 2000, Beside = "1 broken" };

        Assert.Equal(
            "hunting: 500 of 2,000 traces (50/s), 10 s, 30 s left; 1 broken",
            pace.Line(TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public void Say_the_remaining_time_where_the_end_is_a_time()
    {
        Pace pace = new("hunting") { Noun = "trace", Limit = TimeSpan.FromHours(3) };

        Assert.Equal(
            "hunting: 0 traces, 3 min 5 s, 2 h 56 min left",
            pace.Line(TimeSpan.FromSeconds(185)));
        Assert.EndsWith(", 0 s left", pace.Line(TimeSpan.FromHours(4)));
    }

    /// <summary>What has not begun to count has no rate and no end.</summary>
    [Fact]
    public void Guess_nothing_from_nothing() => Assert.Equal(
        "hunting: 0 of 7 traces, 0 s",
        new Pace("hunting") { Noun = "trace", All = 7 }.Line(TimeSpan.Zero));

    [Fact]
    public void Say_slow_rates_with_a_fraction() => Assert.Equal(
        "hunting: 2 exhibits (0.5/s), 4 s",
        new Pace("hunting") { Noun = "exhibit", Done = 2 }.Line(TimeSpan.FromSeconds(4)));
}
