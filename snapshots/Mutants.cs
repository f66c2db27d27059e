// SPDX-License-Identifier: GPL-2.0-only
using Verification.Mutants;

namespace Verification.Snapshots;

/// <summary>The runner of mutants, on a file with tests of its own.</summary>
public sealed class Mutants
{
    const string Assembly = "Verification.Sample";

    const string Subject = """
        namespace Verification.Sample;

        public static class Limits
        {
            public static IReadOnlyList<int> Small { get; } = [1, 2, 3];

            public static Limit Lowest { get; } = Limit.Of("the lowest", when: static n => n < 1);

            public static bool IsLarge(int number) => number > 9;

            public static int Halvings(int number)
            {
                int count = 0;
                while (number > 0)
                {
                    number /= 2;
                    count++;
                }

                return count;
            }

            public static int AskedByNobody() => 7;
        }

        public sealed record Limit(string Name, Func<int, bool>? When)
        {
            public static Limit Of(string name, Func<int, bool>? when = null) => new(name, when);
        }
        """;

    const string Tests = """
        namespace Verification.Sample;

        public sealed class Tests
        {
            [Xunit.Fact]
            public void Large_is_more_than_9() => Xunit.Assert.True(Limits.IsLarge(10));

            [Xunit.Fact]
            public void Halvings_of_4_are_3() => Xunit.Assert.Equal(3, Limits.Halvings(4));

            [Xunit.Fact]
            public void Small_ends_in_3() => Xunit.Assert.Equal(3, Limits.Small[^1]);

            [Xunit.Fact]
            public void Lowest_has_a_condition() => Xunit.Assert.NotNull(Limits.Lowest.When);

            [Xunit.Fact]
            [Xunit.Trait("Length", "long")]
            public void Large_is_not_9() => Xunit.Assert.False(Limits.IsLarge(9));
        }
        """;

    [Fact]
    public async Task Of_a_sample()
    {
        MutatedProject project = new(
            Assembly, [("sample/Limits.cs", Subject), ("sample/Tests.cs", Tests)],
            static path => path == "sample/Limits.cs");
        using Trial trial = new(project, Assembly);
        Judged[] judged = [.. project.Mutants.Select(trial.Of)];

        Assert.Null(trial.FirstSpoilt());
        await Verify(string.Concat(judged.Select(
            static one => $"{one.Verdict,-14} {one.Mutant}\n")) + Verification.Mutants.Report.Text(judged)).UseDirectory("dumps");
    }

    [Theory]
    [InlineData("spec/nowhere", "spec/nowhere: neither a folder nor a .cs file")]
    [InlineData("docs", "docs: neither a folder nor a .cs file")]
    [InlineData("--fast", "--fast")]
    public async Task Of_what_is_not_there(string argument, string complaint)
    {
        using StringWriter output = new();
        using StringWriter error = new();

        int code = await Program.RunAsync([argument], output, error);

        Assert.Equal(2, code);
        Assert.Contains(complaint, error.ToString());
        Assert.Empty(output.ToString());
    }
}
