// SPDX-License-Identifier: GPL-2.0-only
#pragma warning disable xUnit1000 // Not public: PropertyRunner runs these, the test run does not.
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit.Abstractions;

[assembly: Properties(MaxTest = 25)]

namespace Verification.StandIns;

/// <summary>Properties to look at from outside; some of them fail.</summary>
sealed class PropertySamples(ITestOutputHelper output) : IDisposable
{
    internal static List<string> Log { get; } = [];

    internal static List<int> Sizes { get; } = [];

    [Property]
    public void Holds(int x) => Assert.Equal(x, -(-(long)x));

    [Property(MaxTest = 7)]
    public bool Holds_seven_times(int x) => x == x + 0;

    [Property(QuietOnSuccess = true)]
    public bool Holds_quietly(int x) => x < (long)x + 1;

    [Property(MaxTest = 2, Verbose = true)]
    public bool Holds_aloud(bool b) => b || !b;

    [Property(MaxTest = 40, Parallelism = 2)]
    public bool Holds_in_parallel(int x) => x <= int.MaxValue;

    [Property(MaxTest = 1)]
    public void Writes(int x) => output.WriteLine($"wrote {x - x}");

    [Property(MaxTest = 3)]
    public void Is_logged(bool b) => Log.Add($"run {b | !b}");

    [Property(MaxTest = 100, Replay = "(123,457)")]
    public bool Is_below_ten(int x) => x < 10;

    [Property(MaxTest = 100, Replay = "123,457,50")]
    public bool Runs_once_when_a_size_is_given(int x) => x >= int.MinValue;

    [Property]
    public void Throws(int x) => throw new InvalidOperationException($"thrown at {x - x}");

    [Property]
    public async Task Holds_later(int x)
    {
        await Task.Yield();
        Assert.Equal(x, -(-(long)x));
    }

    [Property]
    public async Task Throws_later(int x)
    {
        await Task.Yield();
        throw new InvalidOperationException($"thrown later at {x - x}");
    }

    [Property]
    public Property Is_labelled(int x) => (x != x + 0).Label("the sentence that is broken");

    [Property(MaxRejected = 9)]
    public Property Fits_nothing(int x) => true.When(x != x + 0);

    [Property(Skip = "a sample: the runner has to pass it over")]
    public bool Is_skipped(int x) => x != x + 0;

    [Property(StartSize = 5, EndSize = 5, Arbitrary = [typeof(SizeItself)])]
    public bool Has_size_five(Size size) => size.Value == 5;

    [Property(MaxTest = 10, StartSize = 1, EndSize = 10, Arbitrary = [typeof(SizeItself)])]
    public void Grows(Size size) => Sizes.Add(size.Value);

    public void Dispose() => Log.Add("disposed");
}

/// <summary>Attributes on classes: the nearer one wins, Arbitrary of all of them counts.</summary>
[Properties(MaxTest = 11, Arbitrary = [typeof(SizeItself)])]
sealed class ClassSamples
{
    [Property]
    public bool Takes_the_class(Size size) => size.Value >= 0;

    [Property(MaxTest = 5, Arbitrary = [typeof(AlwaysThree)])]
    public bool Takes_the_method(Size size, int three) => size.Value >= 0 && three == 3;

    [Properties(EndSize = 1)]
    internal sealed class Inner
    {
        [Property]
        public bool Takes_the_outer_class(Size size) => size.Value == 1;
    }
}

/// <summary>Carries the size FsCheck asked for.</summary>
sealed record Size(int Value);

static class SizeItself
{
    public static Arbitrary<Size> Sizes() =>
        Gen.Sized(static size => Gen.Constant(new Size(size))).ToArbitrary();
}

static class AlwaysThree
{
    public static Arbitrary<int> Threes() => Gen.Constant(3).ToArbitrary();
}
