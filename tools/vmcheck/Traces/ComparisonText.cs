// SPDX-License-Identifier: GPL-2.0-only
using System.Text;
using Verification.Search;
using Verification.Spec;

namespace Verification.Vmcheck;

/// <summary>Two targets side by side, for people; every text is of lines that end in LF.</summary>
static class ComparisonText
{
    /// <summary>Of a list that differs, so many members are shown.</summary>
    const int MembersShown = 3;

    /// <summary>
    /// What each of the two claims to be, and in which mode it is judged; aloud, where the model
    /// does not know the era of the trace.
    /// </summary>
    public static string Profiles(
        Trace trace, (string Left, string Right) words, ITarget left, ITarget right)
    {
        return Of(words.Left, left) + Of(words.Right, right);

        string Of(string word, ITarget target) =>
            $"{word}: {target.Name}, profile \"{target.Profile.Name}\", {Words.Of(trace.Mode)}"
            + (word == CheckedTarget.Model && target.Profile.Era != trace.Era
                ? $": it does not know {Eras.Name(trace.Era)}, the era of the trace" : "")
            + "\n";
    }

    /// <summary>The call, what each did, and the trace up to it.</summary>
    public static string Of(
        Trace trace, Divergence divergence, (string Left, string Right) words)
    {
        (string left, string right) = Differing(divergence.Answers);
        TraceAsC calls = new(
            trace with { Commands = [.. trace.Commands.Take(divergence.Step + 1)] });
        return $"""

            step {divergence.Step + 1} of {trace.Commands.Count}: {calls.Statement(divergence.Step)}
            they differ in: {divergence.Aspect}
              {words.Left}: {left}{Returned(divergence.Told.Left)}
              {words.Right}: {right}{Returned(divergence.Told.Right)}

            {calls.Lines(divergence.Step)}
            """;
    }

    /// <summary>How much was compared, what was not, and what a profile explains.</summary>
    public static string Figures(Trace trace, Comparison comparison)
    {
        StringBuilder text = new();
        foreach ((string fact, int times) in comparison.Explained)
        {
            text.Append(
                $"{Words.Of(times, "difference")} explained by profile fact \"{fact}\"\n");
        }

        int later = trace.Commands.Count - 1 - (comparison.First?.Step ?? trace.Commands.Count);
        return text
            .Append(Words.Of(comparison.Compared, "call")).Append(" compared, ")
            .Append(comparison.First is null ? "no difference"
                : $"the last of them differs; {Math.Max(later, 0)} later not looked at")
            .Append(NotCompared(comparison)).Append('\n').ToString();
    }

    /// <summary>Why calls could not be compared; empty when all were.</summary>
    public static string NotCompared(Comparison comparison) => comparison.NotCompared.Count == 0
        ? ""
        : $"; {comparison.NotCompared.Values.Sum():N0} could not be: " + string.Join(
            ", ", comparison.NotCompared.Select(static one => $"{one.Value:N0} {one.Key}"));

    static string Returned(string told) => told.Length == 0 ? "" : $"  ({told})";

    /// <summary>Of two long lists the members that the other has not.</summary>
    static (string Left, string Right) Differing((string Left, string Right) answers)
    {
        string[] left = answers.Left.Split(", ");
        string[] right = answers.Right.Split(", ");
        return left.Length <= MembersShown && right.Length <= MembersShown ? answers
            : (Only(left, right), Only(right, left));
    }

    static string Only(string[] mine, string[] others)
    {
        string[] only = [.. mine.Except(others)];
        return only.Length == 0 ? "nothing else"
            : string.Join(", ", only.Take(MembersShown))
                + (only.Length > MembersShown ? $" and {only.Length - MembersShown} more" : "");
    }
}
