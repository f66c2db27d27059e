// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>All that the traces of a seed did, written down several times.</summary>
public sealed class Diaries
{
    static readonly CampaignPlan plan = new() { Seed = 7, Traces = 64, Eras = [Era.V2632] };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Are_the_same_on_any_number_of_threads(int threads)
    {
        Diary one = OfModel(plan);
        Diary other = OfModel(plan with { Jobs = threads });

        Assert.Null(one.FirstDifference(other));
        Assert.Equal(one.Hash(), other.Hash());
        Assert.Equal(plan.Traces / Diary.Stride, one.Traces.Count);
        Assert.All(one.Traces, static trace => Assert.InRange(trace.Count, 10, plan.Length));
    }

    [Fact]
    public void Are_others_of_another_seed()
    {
        Diary one = OfModel(plan);
        Diary other = OfModel(plan with { Seed = 8 });

        Assert.NotEqual(one.Hash(), other.Hash());
        Assert.Equal((0, 0), (one.FirstDifference(other)!.Trace, one.FirstDifference(other)!.Step));
    }

    /// <summary>On two threads, a trace meets a target that has booted less often.</summary>
    [Fact]
    public void Name_the_first_step_in_which_a_target_forgets_to_be_the_same()
    {
        Diary one = Diary.Of(plan, Forget);
        Diary other = Diary.Of(plan with { Jobs = 2 }, Forget);
        Departure departure = one.FirstDifference(other)!;

        Assert.NotEqual(one.Hash(), other.Hash());
        Assert.Equal((Diary.Stride, 0), (departure.Trace, departure.Step));
        Assert.Equal(departure.Left!.Statement, departure.Right!.Statement);
        Assert.Contains("rcu 2,", departure.Left.Did);
        Assert.Contains("rcu 1,", departure.Right.Did);
    }

    [Fact]
    public void Differ_where_one_of_them_ends()
    {
        Diary whole = OfModel(plan);
        Diary cut = new([whole.Traces[0], [.. whole.Traces[1].Take(3)]]);
        Departure departure = whole.FirstDifference(cut)!;

        Assert.Equal((Diary.Stride, 3), (departure.Trace, departure.Step));
        Assert.Null(departure.Right);
        Assert.Equal(whole.Traces[1][3].Statement, departure.Statement);
    }

    static Diary OfModel(CampaignPlan plan) =>
        Diary.Of(plan, era => new Model.Model(era, plan.Mode));

    static Forgetful Forget(Era era) => new(new Model.Model(era, plan.Mode));
}
