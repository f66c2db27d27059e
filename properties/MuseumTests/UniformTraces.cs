// SPDX-License-Identifier: GPL-2.0-only
using Verification.Museum;
using Verification.Search;
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>Commands drawn evenly: what the generators of a hunt are measured against.</summary>
public sealed class UniformTraces
{
    static readonly CampaignPlan plan = new() { Seed = 5 };

    [Fact]
    public void Are_a_function_of_seed_and_number()
    {
        Assert.Equal(UniformGenerator.Draw(plan, 3), UniformGenerator.Draw(plan, 3));
        Assert.NotEqual(
            UniformGenerator.Draw(plan, 3).Commands, UniformGenerator.Draw(plan, 4).Commands);
        Assert.NotEqual(
            UniformGenerator.Draw(plan, 3).Commands,
            UniformGenerator.Draw(plan with { Seed = 6 }, 3).Commands);
    }

    [Fact]
    public void Run_on_the_machines_and_eras_of_the_hunt() =>
        Assert.All(Enumerable.Range(0, 16 * 28), number =>
        {
            Trace trace = UniformGenerator.Draw(plan, number);
            Assert.Equal(plan.MachineOf(number), trace.Machine);
            Assert.Equal((plan.EraOf(number), plan.Mode), (trace.Era, trace.Mode));
            Assert.Equal(plan.Length, trace.Commands.Count);
        });

    /// <summary>No kind twice as often as another, none that the era does not have.</summary>
    [Fact]
    public void Hold_every_kind_of_command_about_as_often()
    {
        CampaignPlan old = plan with { Eras = [Era.V2632] };
        Dictionary<CommandKind, int> drawn = Enumerable.Range(0, 800)
            .SelectMany(number => UniformGenerator.Draw(old, number).Commands)
            .CountBy(command => command.Kind).ToDictionary();

        Assert.Equal(
            Signature.All.Where(row => row.Since == Era.V2632).Select(row => row.Kind),
            drawn.Keys.Order());
        Assert.True(drawn.Values.Max() < 2 * drawn.Values.Min());
    }

    /// <summary>A generator whose commands are all passed over would make anything rare.</summary>
    [Fact]
    public void Get_most_kinds_of_call_done()
    {
        var done = new HashSet<CommandKind>();
        for (int number = 0; number < 2000; number++)
        {
            Trace trace = UniformGenerator.Draw(plan, number);
            new Checker(new Model.Model(trace.Era, trace.Mode))
            {
                Observer = (_, step) => done.Add(step.Call.Kind),
            }.Run(trace);
        }

        int known = Signature.All.Count(static row => row.Since <= Era.V2637);
        Assert.InRange(done.Count, known - 4, known);
    }
}
