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
}
