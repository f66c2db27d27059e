// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>What a run writes down: the n-th live result becomes the name of a result.</summary>
public sealed class NamesInPlaceOfDrafts
{
    readonly Script script = new();

    /// <summary>The first block is freed as what lies at its address, by no name.</summary>
    [Fact]
    public void Are_not_of_what_was_freed_by_its_address()
    {
        script.Take(2);
        Scripted first = script.Vmalloc(1);
        Scripted second = script.Vmalloc(1);
        ScriptedStep free = script.Call(
            CommandKind.Vfree, Operand.FromStart(second.Start - script.Machine.Start));
        script.Free(free, second, ownsPages: true, isBlock: true);
        free = script.Call(CommandKind.Vfree, Operand.NthLive(Product.Block, 1));
        script.Free(free, first, ownsPages: true, isBlock: true);

        Assert.Equal(Operand.Named(1), Recorded(script.Trace).Named[^1].Pointer);
    }

    [Fact]
    public void Are_found_in_lists_of_pages_too()
    {
        int[] one = script.Take(1);
        int[] other = script.Take(2);
        script.Vmap(0, [.. one, .. other]);

        Checker checker = Recorded(Listing(
            new(Operand.Named(0), 0, 1), new(Operand.NthLive(Product.Frames, 1), 0, 2)));

        Assert.Equal(
            [new PageSlice(Operand.Named(0), 0, 1), new PageSlice(Operand.Named(1), 0, 2)],
            checker.Named[^1].Pages);
    }

    [Fact]
    public void Are_the_first_result_where_the_first_is_meant()
    {
        script.Vmap(0, script.Take(1));

        Checker checker = Recorded(
            Listing(new PageSlice(Operand.NthLive(Product.Frames, 0), 0, 1)));

        Assert.Equal([new PageSlice(Operand.Named(0), 0, 1)], checker.Named[^1].Pages);
    }

    [Fact]
    public void Stand_beside_entries_that_are_NULL()
    {
        script.Vmap(0, script.Take(1));
        int[] pages = [];
        Checker checker = new(new ScriptedTarget(script), [])
        {
            Observer = (_, step) => pages = [.. step.Call.Pages],
        };

        checker.Run(Listing(new(Operand.Named(0), 0, 1), PageSlice.NullEntries(2)));

        Assert.Equal([0, -1, -1], pages);
    }

    /// <summary>The script, whose last call maps these pages.</summary>
    Trace Listing(params PageSlice[] pages) => script.Trace with
    {
        Commands =
        [
            .. script.Trace.Commands.SkipLast(1),
            script.Trace.Commands[^1] with { Pages = pages },
        ],
    };

    Checker Recorded(Trace trace)
    {
        Checker checker = new(new ScriptedTarget(script), []) { Records = true };
        Assert.Null(checker.Run(trace));
        Assert.Equal(trace.Commands.Count, checker.Named.Count);
        return checker;
    }
}
