// SPDX-License-Identifier: GPL-2.0-only
using Verification.Museum;
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>A hunt of one exhibit, bounded by commands: it finds the same everywhere.</summary>
static class Hunted
{
    /// <summary>
    /// Commands for one exhibit; a rare one, and the unchanged model, get ten times as many. In the
    /// full form the unchanged model gets ten times what the rarest took.
    /// </summary>
    public const long Budget = 100_000;

    const ulong Seed = 2;

    /// <summary>Ids that begin with this letter and are in reach of the hunt.</summary>
    public static TheoryData<string> Ids(char first) =>
    [
        .. Collection.All.Where(one => one.Missed is null && one.Id[0] == first)
            .Select(one => one.Id),
    ];

    /// <summary>
    /// Found by a law it names, and shrunk to three commands more than the shortest known at most.
    /// </summary>
    public static void IsFound(string id)
    {
        Exhibit exhibit = Collection.Find(id)!;
        using Planting planting = Planting.Of(exhibit);
        long commands = exhibit.Rare is null ? Budget : 10 * Budget;
        HuntResult result = Museum.Hunt.Run(
            exhibit, planting, new() { Seed = Seed, Commands = commands });

        Assert.True(
            result.Finding is not null, $"missed in {result.Commands} commands; broken was "
            + string.Join(", ", result.Others.Select(law => law.Name)));
        Assert.InRange(result.Length!.Value, 1, exhibit.Shortest + 3);
    }
}

/// <summary>Bugs that were fixed in the kernel.</summary>
[Trait("Length", "long")]
public sealed class HuntOfHistoricalBugs
{
    public static TheoryData<string> Ids => Hunted.Ids('B');

    [Theory]
    [MemberData(nameof(Ids))]
    public void Finds(string id) => Hunted.IsFound(id);
}

/// <summary>Mistakes in the two functions of the seed, line by line.</summary>
[Trait("Length", "long")]
public sealed class HuntOfClassicMistakes
{
    public static TheoryData<string> Ids => Hunted.Ids('M');

    [Theory]
    [MemberData(nameof(Ids))]
    public void Finds(string id) => Hunted.IsFound(id);
}

/// <summary>Further mistakes; most were thought of for a law that nothing else needed.</summary>
[Trait("Length", "long")]
public sealed class HuntOfFurtherMistakes
{
    public static TheoryData<string> Ids => Hunted.Ids('V');

    [Theory]
    [MemberData(nameof(Ids))]
    public void Finds(string id) => Hunted.IsFound(id);
}

/// <summary>The model without a mistake, planted as an exhibit is.</summary>
[Trait("Length", "long")]
public sealed class HuntOfNothing
{
    [Fact]
    public void Finds_nothing_in_ten_times_the_commands()
    {
        Exhibit nothing = Collection.All[0] with { Id = "nothing", Plant = [], Breaks = Claim.All };
        using Planting planting = Planting.Of(nothing);
        HuntResult result = Museum.Hunt.Run(
            nothing, planting, new() { Seed = 2, Commands = 10 * Hunted.Budget });

        Assert.Null(result.Finding);
        Assert.InRange(result.Commands, 10 * Hunted.Budget, 11 * Hunted.Budget);
    }
}
