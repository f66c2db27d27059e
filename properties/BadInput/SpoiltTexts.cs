// SPDX-License-Identifier: GPL-2.0-only
using System.Globalization;
using Xunit;
using Xunit.Abstractions;

namespace Verification.Properties;

/// <summary>Ten thousand spoilt texts, or more, for every reader of files.</summary>
public sealed class SpoiltTexts(ITestOutputHelper output)
{
    const ulong Seed = 20261123;

    /// <summary>`.ci/run` asks for 100,000 with <see cref="CasesVariable"/>.</summary>
    const int UsualCases = 10_000;

    const string CasesVariable = "VMCHECK_SPOILT_TEXTS";

    /// <summary>How many a reader.</summary>
    internal static int Cases { get; } = int.Parse(
        System.Environment.GetEnvironmentVariable(CasesVariable) ?? $"{UsualCases}",
        CultureInfo.InvariantCulture);

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
