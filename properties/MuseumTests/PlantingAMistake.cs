// SPDX-License-Identifier: GPL-2.0-only
using Verification.Museum;
using Verification.Search;
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>Changing the model's sources in memory.</summary>
[Trait("Length", "long")]
public sealed class PlantingAMistake
{
    [Theory]
    [InlineData("VmallocNodeInner", "size == 1")]
    [InlineData("VmallocNodeInners", "size == 0")]
    [InlineData("VmallocNodeInner", "ize == 0")]
    [InlineData("VmallocNodeInner", "")]
    [InlineData("VmallocNodeInner(ulong)", "size == 0")]
    [InlineData("Purge.VmallocNodeInner", "size == 0")]
    public void Names_exhibit_member_and_text_when_the_place_is_gone(string member, string old)
    {
        PlantingException gone = Assert.Throws<PlantingException>(
            () => Planting.Of("X1", [new(member, old, "false")]));

        Assert.Equal($"exhibit X1: '{old}' stands 0 times in {member} of the model; it has to "
            + "stand there once", gone.Message);
    }

    [Fact]
    public void Refuses_a_place_that_is_not_the_only_one()
    {
        PlantingException gone = Assert.Throws<PlantingException>(
            () => Planting.Of("X2", [new("VmallocNodeInner", "size", "realSize")]));

        Assert.Matches("exhibit X2: 'size' stands [3-9] times in VmallocNodeInner", gone.Message);
    }

    [Fact]
    public void Says_what_the_compiler_says()
    {
        PlantingException wrong = Assert.Throws<PlantingException>(
            () => Planting.Of("X3", [new("VmallocNodeInner", "size == 0", "nonsense")]));

        Assert.StartsWith("exhibit X3: the changed model does not compile: ", wrong.Message);
        Assert.Contains("nonsense", wrong.Message);
    }

    [Theory]
    [InlineData("VmallocNodeInner", "size==0||size>>machine.PageShift")]
    [InlineData(
        "Model.VmallocNodeInner", "size  ==  0 /* none */ || size >>\n machine . PageShift")]
    [InlineData(
        "VmallocNodeInner(ulong,ulong,Gfp,Pgprot,int,Caller)",
        "size == 0 || size >> machine.PageShift")]
    public void Finds_a_place_by_its_tokens_and_by_every_name_of_the_member(
        string member, string old)
    {
        Change change = new(member, old, "size == 0 || 2 * size >> machine.PageShift");
        using Planting planting = Planting.Of("X4", [change]);

        Assert.Equal(0UL, Outcome(planting, pages: 64));
        Assert.NotEqual(0UL, Outcome(planting, pages: 32));
    }

    [Fact]
    public void Makes_several_changes_in_one_file()
    {
        using Planting planting = Planting.Of("X5",
        [
            new("VmallocNodeInner", "size == 0", "size == 8192"),
            new("VmallocNodeInner", "if (area is null)", "if (area is null || size == 4096)"),
        ]);

        Assert.Equal(0UL, Outcome(planting, pages: 1));
        Assert.Equal(0UL, Outcome(planting, pages: 2));
        Assert.NotEqual(0UL, Outcome(planting, pages: 3));
    }

    /// <summary>Else an exhibit would show what the planting does, not what it plants.</summary>
    [Fact]
    public void Changes_nothing_else()
    {
        using Planting planting = Planting.Of("nothing", []);
        var seen = new List<string>();
        foreach (Func<Era, DefectMode, ITarget> target in (Func<Era, DefectMode, ITarget>[])
            [planting.Target, (era, mode) => new Model.Model(era, mode)])
        {
            CampaignPlan plan = new() { Seed = 7, Traces = 16 * 28, Mode = DefectMode.Faithful };
            CampaignReport report = new Campaign(plan, target).Run();
            seen.Add($"{report.Figures.Commands} {report.Figures.Refused} " + string.Join(
                ' ', report.Laws.Select(law => report.Figures.ChecksOf(law))));
        }

        Assert.Equal(seen[0], seen[1]);
    }

    /// <summary>An exhibit that loops for ever is caught like any other, and stops no hunt.</summary>
    [Theory]
    [InlineData("while (size < ulong.MaxValue) { built = null; }")]
    [InlineData("for (; ; ) { Warn(Splat.Other, size); }")]
    public void Ends_a_call_that_would_never_return(string endless)
    {
        using Planting planting = Planting.Of(
            "X6", [new("VmallocNodeInner", "ulong realSize = size;", $"ulong realSize = size; {endless}")]);
        Checker checker = new(planting.Target(Era.V2632, DefectMode.Fixed));

        Violation? violation = checker.Run(new(
            Machines.Find("small")!, Era.V2632, DefectMode.Fixed,
            [new(CommandKind.Vmalloc) { Name = 0, Size = 4096 }]));

        Assert.Equal(FailureLaws.CallsReturn, violation?.Law);
    }

    /// <summary>What vmalloc of so many pages returns on the machine called small.</summary>
    static ulong Outcome(Planting planting, int pages)
    {
        ulong value = 0;
        Command block = new(CommandKind.Vmalloc) { Name = 0, Size = (ulong)pages << 12 };
        Checker checker = new(planting.Target(Era.V2632, DefectMode.Fixed), [])
        {
            Observer = (_, step) => value = step.Outcome.Value,
        };
        checker.Run(new(Machines.Find("small")!, Era.V2632, DefectMode.Fixed, [block]));
        Assert.Equal(1, checker.Executed);
        return value;
    }
}
