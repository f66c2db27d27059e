// SPDX-License-Identifier: GPL-2.0-only
using Xunit;
using Xunit.Abstractions;

namespace Verification.Properties;

/// <summary>A hundred thousand spoilt texts for every reader of files.</summary>
public sealed class SpoiltTexts(ITestOutputHelper output)
{
    const ulong Seed = 20261123;
    const int Cases = 100_000;

    public static TheoryData<string> Readers => [.. Reader.All.Select(static one => one.Name)];

    [Trait("Length", "long")]
    [Theory]
    [MemberData(nameof(Readers))]
    public void Are_taken_or_refused_at_their_place(string name)
    {
        Reader reader = Reader.All.Single(one => one.Name == name);
        Ordeal ordeal = new(reader);

        string? problem = ordeal.Run(Seed, Cases);
        Assert.True(problem is null, problem);

        output.WriteLine($"{ordeal.Taken} taken, {ordeal.Refused} refused, worst {ordeal.Worst}");
        Assert.InRange(ordeal.Taken, Cases / 100, Cases * 99 / 100);
    }
}
