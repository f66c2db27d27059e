// SPDX-License-Identifier: GPL-2.0-only
using FsCheck.Xunit;

namespace Verification.StandIns;

/// <summary>What FsCheck.Xunit documents of the part we use; passes on the package and on the
/// stand-in.</summary>
public class Properties
{
    [Property(MaxTest = 50)]
    public bool Are_found_by_the_test_run(int x, byte y) => (long)x + y - y == x;

    [Theory]
    [InlineData(nameof(PropertySamples.Holds), 25)]
    [InlineData(nameof(PropertySamples.Holds_later), 25)]
    [InlineData(nameof(PropertySamples.Holds_seven_times), 7)]
    [InlineData(nameof(PropertySamples.Holds_in_parallel), 40)]
    public async Task Say_how_many_tests_passed(string property, int tests)
    {
        var verdict = await Passing(property);
        Assert.Contains($"Ok, passed {tests} tests.", verdict.Output, Ordinal);
    }

    [Fact]
    public async Task Say_nothing_when_quiet() =>
        Assert.DoesNotContain(
            "passed", (await Passing(nameof(PropertySamples.Holds_quietly))).Output, Ordinal);

    [Fact]
    public async Task Print_each_test_when_verbose()
    {
        string output = (await Passing(nameof(PropertySamples.Holds_aloud))).Output;
        Assert.Contains("0:", output, Ordinal);
        Assert.Contains("1:", output, Ordinal);
        Assert.DoesNotContain("2:", output, Ordinal);
    }

    [Fact]
    public async Task Write_to_the_output_of_the_class() =>
        Assert.Contains("wrote 0", (await Passing(nameof(PropertySamples.Writes))).Output, Ordinal);

    [Fact]
    public async Task Run_on_one_instance_that_is_disposed_of()
    {
        PropertySamples.Log.Clear();
        await Passing(nameof(PropertySamples.Is_logged));
        Assert.Equal(["run True", "run True", "run True", "disposed"], PropertySamples.Log);
    }

    [Fact]
    public async Task Report_a_shrunk_counterexample_with_its_seed()
    {
        var verdict = await Failing(nameof(PropertySamples.Is_below_ten));
        Assert.Equal("FsCheck.Xunit.PropertyFailedException", verdict.Types[0]);
        Assert.Matches(
            @"Falsifiable, after \d+ tests? \(\d+ shrinks?\) \(\d+,\d+\)", verdict.Message);
        Assert.Matches(
            @"Last step was invoked with size of \d+ and seed of \(\d+,\d+\)", verdict.Message);
        Assert.Matches(@"Original:\s+\d+\s+", verdict.Message);
        Assert.Matches(@"Shrunk:\s+10\s", verdict.Message);
    }

    [Fact]
    public async Task Repeat_a_run_when_given_its_seed()
    {
        var first = await Failing(nameof(PropertySamples.Is_below_ten));
        var second = await Failing(nameof(PropertySamples.Is_below_ten));
        Assert.Contains("(123,457)", first.Message, Ordinal);
        Assert.Equal(first.Message, second.Message);
    }

    [Fact]
    public async Task Run_one_test_when_given_seed_and_size() => Assert.Contains(
        "Ok, passed 1 test.",
        (await Passing(nameof(PropertySamples.Runs_once_when_a_size_is_given))).Output,
        Ordinal);

    [Theory]
    [InlineData(nameof(PropertySamples.Throws), "thrown at 0")]
    [InlineData(nameof(PropertySamples.Throws_later), "thrown later at 0")]
    public async Task Report_what_was_thrown(string property, string thrown)
    {
        var verdict = await Failing(property);
        Assert.Contains("Falsifiable, after 1 test ", verdict.Message, Ordinal);
        Assert.Contains(thrown, verdict.Message, Ordinal);
        Assert.Equal("FsCheck.Xunit.PropertyFailedException", verdict.Types[0]);
    }

    [Fact]
    public async Task Report_the_label() => Assert.Contains(
        "Label of failing property: the sentence that is broken",
        (await Failing(nameof(PropertySamples.Is_labelled))).Message,
        Ordinal);

    [Fact]
    public async Task Fail_when_no_arguments_fit()
    {
        var verdict = await Failing(nameof(PropertySamples.Fits_nothing));
        Assert.Contains("Arguments exhausted after 0 tests", verdict.Message, Ordinal);
        Assert.Equal(["FsCheck.Xunit.PropertyFailedException"], verdict.Types);
    }

    [Fact]
    public async Task Are_skipped_with_a_reason() => Assert.True(
        (await PropertyRunner.Run(typeof(PropertySamples), nameof(PropertySamples.Is_skipped)))
            .Skipped);

    [Fact]
    public async Task Keep_to_the_sizes_given()
    {
        await Passing(nameof(PropertySamples.Has_size_five));
        await Passing(nameof(PropertySamples.Grows));
        Assert.Equal(PropertySamples.Sizes.Order(), PropertySamples.Sizes);
        Assert.InRange(PropertySamples.Sizes[0], 1, 2);
        Assert.Equal(10, PropertySamples.Sizes[^1]);
    }

    [Theory]
    [InlineData(typeof(ClassSamples), nameof(ClassSamples.Takes_the_class), 11)]
    [InlineData(typeof(ClassSamples), nameof(ClassSamples.Takes_the_method), 5)]
    [InlineData(typeof(ClassSamples.Inner), nameof(ClassSamples.Inner.Takes_the_outer_class), 11)]
    public async Task Take_what_they_do_not_set_from_around_them(
        Type type, string property, int tests)
    {
        var verdict = await PropertyRunner.Run(type, property);
        Assert.Contains($"Ok, passed {tests} tests.", verdict.Output, Ordinal);
    }

    const StringComparison Ordinal = StringComparison.Ordinal;

    static async Task<Verdict> Passing(string property)
    {
        var verdict = await PropertyRunner.Run(typeof(PropertySamples), property);
        Assert.True(verdict.Passed, verdict.Message);
        return verdict;
    }

    static async Task<Verdict> Failing(string property)
    {
        var verdict = await PropertyRunner.Run(typeof(PropertySamples), property);
        Assert.False(verdict.Passed);
        return verdict;
    }
}
