// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>A campaign that goes on from a check point.</summary>
public sealed class GoingOn
{
    static readonly CampaignPlan plan = new() { Seed = 1, Traces = 224 };

    /// <summary>Stopped anywhere, on any number of threads, as often as one likes.</summary>
    [Trait("Length", "long")]
    [Theory]
    [InlineData(1, 40, 3)]
    [InlineData(2, 60, 2)]
    [InlineData(3, 25, 4)]
    public void Ends_as_one_that_was_never_interrupted(int jobs, int boots, int times)
    {
        CheckPoint point = new();
        for (int i = 0; i < times; i++)
        {
            point = Through(StoppedAfter(boots, plan with { Jobs = jobs }, point));
        }

        Assert.InRange(point.Figures.Traces, 1, plan.Traces!.Value - 1);
        Assert.Equal(point.Done.Count, point.Figures.Traces);
        CampaignReport resumed = Campaign(plan with { Jobs = jobs }, point).Run();
        Assert.Equal(Told(Campaign(plan, new()).Run()), Told(resumed));
    }

    /// <summary>What was counted of it is not in the check point.</summary>
    [Trait("Length", "long")]
    [Fact]
    public void Begins_a_trace_anew_that_was_cut_short()
    {
        CampaignPlan few = plan with
        {
            Length = 3000, Traces = 4, Machines = [Machines.Tight64], Eras = [Era.V2632],
        };
        CheckPoint point = Through(StoppedAfter(2, few, new()));

        Assert.Equal(point.Done.Count, point.Figures.Traces);
        Assert.Equal(
            Told(Campaign(few, new()).Run()), Told(Campaign(few, point).Run()));
    }

    [Fact]
    public void Hands_out_the_gaps_first_and_then_the_rest()
    {
        TraceRanges done = new();
        done.Add(20, 10);
        done.Add(4, 2);
        done.Add(0, 4);
        Shares shares = new(done, 33);

        Assert.Equal(
            [(6, 8), (14, 6), (30, 3), (33, 0)],
            Enumerable.Range(0, 4).Select(_ => shares.Take(8)));
    }

    /// <summary>In any order they grow together to one range.</summary>
    [Fact]
    public void Knows_what_is_done_whatever_the_order()
    {
        Prng random = new(5);
        for (int round = 0; round < 100; round++)
        {
            TraceRanges done = new();
            foreach (int first in Enumerable.Range(0, 12).OrderBy(_ => random.Next()))
            {
                done.Add(first * 16, 16);
            }

            Assert.Equal((192, 192), (done.Count, done.End));
            Assert.Empty(done.Gaps);
        }
    }

    static Campaign Campaign(CampaignPlan plan, CheckPoint begun) => new(
        plan, static (era, mode) => new Defective(
            era, mode, Defect.KeepsALockInVmap, Defect.KeepsAPage))
    {
        Begun = begun,
    };

    static CheckPoint StoppedAfter(int boots, CampaignPlan plan, CheckPoint begun)
    {
        using CancellationTokenSource stop = new();
        CheckPoint last = begun;
        new Campaign(plan, (era, mode) => new Stopping(
            new Defective(era, mode, Defect.KeepsALockInVmap, Defect.KeepsAPage), stop, boots))
        {
            Begun = begun, Keep = point => last = point,
        }.Run(stop.Token);
        return last;
    }

    /// <summary>As a store gives it back.</summary>
    static CheckPoint Through(CheckPoint point)
    {
        using MemoryStream bytes = new();
        using BinaryWriter output = new(bytes);
        point.Write(output);
        bytes.Position = 0;
        using BinaryReader input = new(bytes);
        return CheckPoint.Read(input);
    }

    /// <summary>All figures of a report but times.</summary>
    static string Told(CampaignReport report)
    {
        using MemoryStream bytes = new();
        using BinaryWriter output = new(bytes);
        report.Figures.Write(output);
        return string.Join('\n', report.Findings
            .Select(static one => $"{one.Number} {one.Cluster} {string.Join(',', one.AlsoSeenAs)}\n"
                + $"{TraceWriter.Write(one.Found)}{FailureReport.Of(one.Failure)}")
            .Concat(report.NotShrunk.Select(static one => $"{one.Number} {one.Violation.Cluster}"))
            .Append($"{report.States.Seen} {report.States.ExpectedNew(1000)}")
            .Append(Convert.ToHexString(bytes.ToArray())));
    }
}
