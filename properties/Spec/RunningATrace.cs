// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>When the checker looks at everything, when it stops, and what it counts.</summary>
public sealed class RunningATrace
{
    readonly Script script = new();

    [Fact]
    public void Walks_the_target_after_every_so_many_commands_and_at_the_end()
    {
        Grace(7);
        List<long> walks = [];
        Checker checker = null!;
        script.WalkMistake = _ => walks.Add(checker.Executed);
        checker = new(new ScriptedTarget(script)) { FullEvery = 3 };

        Assert.Null(checker.Run(script.Trace));
        Assert.Equal([3, 6, 7], walks);
    }

    [Fact]
    public void Says_of_a_walk_on_the_way_which_step_it_followed()
    {
        Grace(5);
        script.WalkMistake = static picture => picture.Frames.Add(3);
        Checker checker = new(new ScriptedTarget(script)) { FullEvery = 2 };

        Assert.Equal(1, checker.Run(script.Trace)!.StepIndex);
    }

    /// <summary>What was never run cannot have broken anything.</summary>
    [Fact]
    public void Looks_at_nothing_when_no_command_was_made()
    {
        script.Call(new Command(CommandKind.Grace) { Cpu = 31 });
        script.WalkMistake = static picture => picture.Frames.Add(3);
        Checker checker = new(new ScriptedTarget(script));

        Assert.Null(checker.Run(script.Trace));
        Assert.Equal((0, 0, 1), (checker.Executed, checker.Skipped, checker.Refused));
    }

    [Fact]
    public void Counts_as_refused_what_the_target_does_not_know()
    {
        script.Call(CommandKind.Grace).Outcome = new Outcome(OutcomeKind.Unsupported);
        Grace(1);
        Checker checker = new(new ScriptedTarget(script));

        Assert.Null(checker.Run(script.Trace));
        Assert.Equal((1, 0, 1), (checker.Executed, checker.Skipped, checker.Refused));
    }

    /// <summary>A target may tell any number; the last frame of the machine is one below.</summary>
    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 1)]
    public void Passes_over_lists_of_frames_that_the_machine_has_not(int beyond, int skipped)
    {
        int frame = script.Machine.Frames + beyond;
        ScriptedStep take = script.Produce(new Command(CommandKind.Take) { Count = 1 });
        take.Add(EventKind.PageAlloc, id: frame, node: -1, gfp: Gfp.Kernel | Gfp.Zero);
        take.Outcome = Outcome.Number(1);
        script.Vmap(0, [frame]);
        Checker checker = new(new ScriptedTarget(script), [FailureLaws.NoCallEndsInABug]);

        Assert.Null(checker.Run(script.Trace));
        Assert.Equal(skipped, checker.Skipped);
    }

    [Fact]
    public void Stops_in_a_long_trace_when_it_is_told_to()
    {
        Grace(3000);
        int asked = 0;
        Checker checker = new(new ScriptedTarget(script)) { IsOver = () => ++asked == 2 };

        Assert.Null(checker.Run(script.Trace));
        Assert.Equal((2, 2047), (asked, checker.Executed));
    }

    /// <summary>Nothing touches the page when what it holds changes by itself.</summary>
    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    public void Sees_what_no_step_touched_in_a_full_pass(bool full, int step)
    {
        script.Vmalloc(1);
        Grace(2);
        Checker checker = new(new ScriptedTarget(script))
        {
            FullAfterEachStep = full, Observer = (_, _) => script.Contents[0] = 9,
        };

        Violation violation = checker.Run(script.Trace)!;

        Assert.Equal(nameof(FrameLaws.ContentsNeverLeak), violation.Law.Name);
        Assert.Equal(step, violation.StepIndex);
    }

    void Grace(int times)
    {
        for (int i = 0; i < times; i++)
        {
            script.Call(CommandKind.Grace);
        }
    }
}
