// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>
/// An ordinary hunt of more than a million commands goes through everything vmalloc can do, and
/// often enough: where it does not, its silence proves nothing, and the generators are to be mended.
/// </summary>
[Trait("Length", "long")]
public sealed class WhatAHuntGoesThrough
{
    /// <summary>Times that each value of each dimension must be seen, all eras together.</summary>
    const int Least = 50;

    /// <summary>What takes so many things at once that it stays rare; once is demanded.</summary>
    static readonly string[] rare =
    [
        // The slab is asked six times only when the array of an array nests.
        "fault at slab: a later one",

        // Several tables in one call: a large block across boundaries that nothing crossed before.
        "fault at table: a later one",

        // Mapped by map_vm_area, cleared by unmap_kernel_range, then filled by __vmalloc_area.
        "Mapped --> Counted : Count",

        // Mapped twice by map_vm_area, cleared in between.
        "Mapped --> Mapped : Map",
    ];

    static readonly CampaignReport report = new Campaign(
        new CampaignPlan { Seed = 20261123, Traces = 28_000 },
        static (era, mode) => new Model.Model(era, mode)).Run();

    [Fact]
    public void Is_everything_on_every_machine_in_every_era()
    {
        Assert.Empty(report.Findings);
        Assert.InRange(report.Figures.Commands, 1_000_000, 2_000_000);
        Assert.DoesNotContain(report.NotExercised, static missing =>
            !rare.Any(value => missing.EndsWith(value, StringComparison.Ordinal)));
    }

    [Fact]
    public void Is_everything_often_enough()
    {
        Coverage sum = Sum();
        string[] below = [.. Below(sum, Least)];

        Assert.Empty(below.Except(rare));
        Assert.Empty(Below(sum, 1));
    }

    /// <summary>
    /// What real code is not asked for, or does not tell of, nobody misses in a hunt of it. A
    /// <c>vm_unmap_ram</c> of what is not mapped is a BUG, with which a trace ends.
    /// </summary>
    [Theory]
    [InlineData("purge", 2000)]
    [InlineData("pages of vm_map_ram", 150)]
    [InlineData("of vm_unmap_ram", 5)]
    [InlineData("percpu group", 800)]
    [InlineData("user mapping", 1000)]
    [InlineData("device range", 1000)]
    [InlineData("list read in a call", 50)]
    public void Is_all_that_the_model_alone_shows_too(string name, int least)
    {
        Dimension one = Sum().Terms.All.Single(dimension => dimension.Name == name);
        Assert.All(one.Values, (_, value) => Assert.InRange(one.Of(value), least, long.MaxValue));
    }

    [Fact]
    public void Leaves_little_to_be_seen()
    {
        Assert.InRange(report.States.Seen, 2_000, 10_000);
        Assert.InRange(report.States.ExpectedNew(100_000), 0, 50);
    }

    static Coverage Sum()
    {
        Coverage sum = new();
        foreach (Era era in Eras.Modelled)
        {
            sum.Add(report.Figures.CoverageOf(era));
        }

        return sum;
    }

    static IEnumerable<string> Below(Coverage sum, int times) => sum.Terms.All
        .SelectMany(dimension => dimension.Below(times))
        .Concat(sum.Transitions.Where(pair => pair.Value < times).Select(pair => pair.Key));
}
