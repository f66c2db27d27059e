// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>Every law fails when it should: on a scripted target with one mistake.</summary>
public sealed class EveryLaw
{
    public static TheoryData<string> Laws =>
        [.. Claim.All.Where(law => law.Mood == Mood.Always).Select(law => law.Name)];

    public static TheoryData<string> Sightings =>
        [.. Claim.All.Where(law => law.Mood == Mood.Sometimes).Select(law => law.Name)];

    [Fact]
    public void Has_exactly_one_doctored_script()
    {
        var scripted = Doctored.All.Select(doctored => doctored.Law).ToList();
        IEnumerable<string> laws = Claim.All.Select(law => law.Name);

        Assert.Equal(laws.Order(), scripted.Order());
    }

    [Theory]
    [MemberData(nameof(Laws))]
    [MemberData(nameof(Sightings))]
    public void Holds_on_the_script_without_the_mistake(string law)
    {
        Script script = Doctored.Of(law).Undoctored();
        var checker = new Checker(new ScriptedTarget(script)) { FullAfterEachStep = true };

        Violation? violation = checker.Run(script.Trace);

        Assert.True(
            violation is null, $"{violation?.Law.Name} at {violation?.StepIndex}: {violation}");
        Assert.Equal(script.Trace.Commands.Count, checker.Executed);
        Assert.True(checker.Checks[Claim.Find(law)!.Id] > 0, "the script never asks this law");
    }

    [Theory]
    [MemberData(nameof(Laws))]
    public void Is_broken_by_its_mistake_and_by_no_other(string law)
    {
        var doctored = Doctored.Of(law);

        IEnumerable<string> broken =
            from candidate in Claim.All
            where candidate.Mood == Mood.Always && Judge(doctored, candidate) is not null
            select candidate.Name;

        Assert.Equal(doctored.Also.Append(law).Order(), broken.Order());
    }

    [Theory]
    [MemberData(nameof(Laws))]
    public void Stops_the_whole_claim_at_the_step_where_it_broke(string law)
    {
        var doctored = Doctored.Of(law);
        Script script = doctored.WithMistake();

        Violation? violation = new Checker(new ScriptedTarget(script)).Run(script.Trace);

        Assert.NotNull(violation);
        Assert.Contains(violation.Law.Name, doctored.Also.Append(law));
        Assert.InRange(violation.StepIndex, 0, script.Trace.Commands.Count - 1);
    }

    [Theory]
    [MemberData(nameof(Laws))]
    public void Breaks_at_the_same_step_when_everything_is_judged_after_each(string law)
    {
        Script script = Doctored.Of(law).WithMistake();
        var target = new ScriptedTarget(script);

        Violation? touched = new Checker(target).Run(script.Trace);
        Violation? all = new Checker(target) { FullAfterEachStep = true }.Run(script.Trace);

        Assert.Equal((touched!.Law.Name, touched.StepIndex), (all!.Law.Name, all.StepIndex));
    }

    [Theory]
    [MemberData(nameof(Sightings))]
    public void Is_seen_only_where_it_happens(string sighting)
    {
        Script script = Doctored.Of(sighting).WithMistake();
        var checker = new Checker(new ScriptedTarget(script));

        Assert.Null(checker.Run(script.Trace));
        Assert.Equal(0, checker.Checks[Claim.Find(sighting)!.Id]);
    }

    static Violation? Judge(Doctored doctored, Law law)
    {
        Script script = doctored.WithMistake();
        return new Checker(new ScriptedTarget(script), [law]).Run(script.Trace);
    }
}
