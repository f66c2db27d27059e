// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>What the checker says of traces of which nothing runs.</summary>
public sealed class NothingChecked
{
    [Fact]
    public void Is_told_by_the_counts_of_an_empty_trace()
    {
        var script = new Script();
        var checker = new Checker(new ScriptedTarget(script));

        Assert.Null(checker.Run(script.Trace));
        Assert.Equal(0, checker.Executed);
        Assert.All(checker.Checks, checks => Assert.Equal(0, checks));
    }

    [Fact]
    public void Is_told_when_every_command_names_a_result_that_does_not_exist()
    {
        var script = new Script();
        script.Call(CommandKind.Vfree, Operand.Named(3));
        script.Call(CommandKind.Vunmap, Operand.NthLive(Product.Mapping, 0));
        var checker = new Checker(new ScriptedTarget(script));

        Assert.Null(checker.Run(script.Trace));
        Assert.Equal((0, 2, 0), (checker.Executed, checker.Skipped, checker.Refused));
        Assert.All(checker.Checks, checks => Assert.Equal(0, checks));
    }

    [Fact]
    public void Leaves_out_laws_the_target_cannot_be_asked()
    {
        var blind = new Checker(new BlindTarget());

        Assert.DoesNotContain(LinuxLaws.NodeIsHonoured, blind.Laws);
        Assert.DoesNotContain(FrameLaws.ContentsNeverLeak, blind.Laws);
        Assert.Contains(AreaLaws.AreasAreDisjoint, blind.Laws);
    }

    /// <summary>Reports events and nothing else.</summary>
    sealed class BlindTarget : ITarget
    {
        public string Name => "blind";

        public Profile Profile { get; } = Profile.Of(Era.V2632, DefectMode.Fixed);

        public Observations Observes => Observations.Events;

        public void Boot(Machine machine)
        {
        }

        public void Execute(Step step)
        {
        }

        public void Walk(Picture picture)
        {
        }

        public ulong Content(int frame) => 0;
    }
}
