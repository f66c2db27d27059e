// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;

namespace Verification.Vmcheck;

/// <summary>`replay` on two targets: the first call in which they differ, and both states.</summary>
static class ComparedReplay
{
    /// <summary>Says what was compared; the exit code is that of the verb.</summary>
    public static async Task<int> RunAsync(
        (CheckedTarget Left, CheckedTarget Right) pair, string file, Screen screen,
        CancellationToken cancel)
    {
        Trace trace = await TraceInput.ReadAsync(file, cancel);
        (ITarget left, ITarget right) =
            (pair.Left.For(trace, pair.Right), pair.Right.For(trace, pair.Left));
        Comparison comparison;
        using (screen.Show(static () => new("replaying on both")))
        {
            comparison = Comparison.Of(trace, left, right);
        }

        if (comparison.Compared == 0)
        {
            throw new VerbException(
                ExitCode.NothingChecked,
                $"{TraceInput.NameOf(file)}: no call could be compared"
                    + ComparisonText.NotCompared(comparison));
        }

        (string Left, string Right) words = (pair.Left.Word, pair.Right.Word);
        if (screen.IsJson)
        {
            await screen.Output.WriteLineAsync(TraceJson.Compared(trace, words, comparison));
            return (int)CodeOf(comparison);
        }

        await screen.Details.WriteAsync(ComparisonText.Profiles(trace, words, left, right));
        if (comparison.First is { } divergence)
        {
            // What a library says up to there belongs to the report, and once only.
            pair.Left.LogTo(screen.Error);
            pair.Right.LogTo(screen.Error);
            Trace cut = trace with
            {
                Commands = [.. trace.Commands.Take(divergence.Step + 1)],
            };
            await screen.Lines.WriteAsync(
                ComparisonText.Of(trace, divergence, words)
                + $"\n{TwoColumns.Of((words.Left, Dump(cut, left)), (words.Right, Dump(cut, right)))}"
                + "\n");
        }

        await screen.Lines.WriteAsync(ComparisonText.Figures(trace, comparison));
        return (int)CodeOf(comparison);
    }

    static ExitCode CodeOf(Comparison comparison) =>
        comparison.First is null ? ExitCode.Clean : ExitCode.Violation;

    /// <summary>The state behind the last command, as `dump` shows it.</summary>
    static string Dump(Trace trace, ITarget target)
    {
        bool isDead = false;
        TraceAsC.Of(trace, target, step => isDead = step.Outcome.IsFatal);
        if (isDead)
        {
            return "it died: nothing to dump";
        }

        Picture picture = new();
        target.Walk(picture);
        return DumpText.Of(trace.Machine, picture);
    }
}
