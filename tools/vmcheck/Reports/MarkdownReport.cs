// SPDX-License-Identifier: GPL-2.0-only
using System.Text;
using Verification.Search;
using Verification.Spec;

namespace Verification.Vmcheck;

/// <summary>A report as Markdown, to be pasted into a mail or shown by a build server.</summary>
static class MarkdownReport
{
    /// <summary>The whole text; lines end in LF.</summary>
    public static string Of(ReportContent content, CancellationToken cancel)
    {
        StringBuilder text = new($"# {Escaped(content.Verdict)}\n\n");
        AppendTable(text, content.Summary);
        foreach (ReportedTrace trace in content.Traces)
        {
            AppendTrace(text, trace, cancel);
        }

        AppendLaws(text, content);
        if (content.Coverage.Count > 0)
        {
            AppendCoverage(text, content);
        }

        return text.Append(content.Again is null ? "" : $"\nAgain:\n\n{Fence("", content.Again)}")
            .ToString();
    }

    static void AppendTrace(StringBuilder text, ReportedTrace trace, CancellationToken cancel)
    {
        Violation[] shown = [.. trace.Story.Broken.Where(one =>
            trace.Law is null || one.Law.Id == trace.Law.Id)];
        foreach (Violation violation in shown)
        {
            cancel.ThrowIfCancellationRequested();
            Failure failure = Failure.Of(trace.Story.Trace, violation, trace.Story.Target);
            text.Append($"\n## {Escaped(violation.Law.Says)} ")
                .Append($"({Escaped($"{violation.Cluster}")})\n\n");
            AppendTable(text,
            [
                ("law", violation.Law.Name),
                ("from", violation.Law.From),
                ("step", $"{violation.StepIndex + 1} of {trace.Story.Trace.Commands.Count}"),
                ("culprit", violation.Culprits),
                ("machine", trace.Story.Trace.Machine.Name),
                ("target", $"{trace.Story.Target.Name}, {Eras.Name(trace.Story.Trace.Era)} "
                    + Words.Of(trace.Story.Trace.Mode)),
                .. trace.File is { } file ? [("trace", file)] : Array.Empty<(string, string)>(),
            ]);
            text.Append('\n').Append(Fence("c", failure.Calls.Lines(violation.StepIndex)));
            AppendStep(text, failure);
        }

        cancel.ThrowIfCancellationRequested();
        if (shown.Length == 0)
        {
            text.Append("\n## The calls\n\n").Append(Fence(
                "c", TraceAsC.Of(trace.Story.Trace, trace.Story.Target, static _ => { }).Lines()));
        }

        foreach (string note in trace.Notes)
        {
            text.Append($"\n{Escaped(note)}\n");
        }

        text.Append($"\n{trace.BeforeReplay}\n\n{Fence("", trace.Replay)}")
            .Append("\n<details><summary>The trace</summary>\n\n")
            .Append(Fence("", trace.Text)).Append("\n</details>\n");
    }

    static void AppendStep(StringBuilder text, Failure failure)
    {
        Machine machine = failure.Trace.Machine;
        text.Append("\nAddress space before and after that step:\n\n").Append(Fence(
            "", AddressSpacePicture.Of(
                machine, failure.Before, failure.After, failure.FailedBytes, failure.Gone)));
        if (failure.Events.Count > 0)
        {
            text.Append("\nWhat it did:\n\n")
                .Append(Fence("", string.Join('\n', failure.Events)));
        }

        if (failure.After is { } after
            && PictureDifference.Of(machine, failure.Before, after) is { Count: > 0 } changes)
        {
            text.Append("\nWhat it changed:\n\n").Append(Fence("", string.Join('\n', changes)));
        }
    }

    static void AppendLaws(StringBuilder text, ReportContent content)
    {
        text.Append("\n<details><summary>Laws</summary>\n\n")
            .Append("| law | reach | checked | broken |\n|---|---|--:|--:|\n");
        foreach (ReportedLaw law in content.Laws)
        {
            bool isSighting = law.Law.Mood == Mood.Sometimes;
            text.Append($"| {law.Law.Name} | ")
                .Append(isSighting ? "sighting" : Words.Of(law.Law.Reach))
                .Append($" | {Times(law.Checked)} | ")
                .Append(isSighting || law.Broken == 0 ? "" : $"**{law.Broken:N0}**")
                .Append(" |\n");
        }

        foreach (var same in content.NotCheckable.GroupBy(static one => one.Why))
        {
            text.Append($"\nNot checked, {Escaped(same.Key)}: ")
                .AppendJoin(", ", same.Select(static one => one.Law.Name)).Append('\n');
        }

        text.Append("\n</details>\n");
    }

    static void AppendCoverage(StringBuilder text, ReportContent content)
    {
        text.Append("\n<details><summary>Coverage</summary>\n\n| | times seen |\n|---|---|\n");
        foreach ((string name, var values) in content.Coverage)
        {
            text.Append($"| {Escaped(name)} | ").AppendJoin(" · ", values.Select(
                static one => $"{Escaped(one.Value)} {Times(one.Times)}")).Append(" |\n");
        }

        if (content.NotExercised.Count > 0)
        {
            text.Append("\nNever exercised: ")
                .AppendJoin(", ", content.NotExercised.Select(Escaped)).Append('\n');
        }

        text.Append("\n</details>\n");
    }

    static void AppendTable(
        StringBuilder text, IReadOnlyList<(string Name, string Value)> rows)
    {
        text.Append("| | |\n|---|---|\n");
        foreach ((string name, string value) in rows)
        {
            text.Append($"| {Escaped(name)} | {Escaped(value)} |\n");
        }
    }

    static string Times(long times) => times == 0 ? "never" : $"{times:N0}";

    /// <summary>A block that no text inside it can end.</summary>
    static string Fence(string language, string body)
    {
        int longest = 0;
        int run = 0;
        foreach (char c in body)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        string fence = new('`', Math.Max(3, longest + 1));
        return $"{fence}{language}\n{body.TrimEnd('\n')}\n{fence}\n";
    }

    /// <summary>Text as it is: nothing in it is markup.</summary>
    static string Escaped(string text)
    {
        StringBuilder escaped = new();
        foreach (char c in text)
        {
            escaped.Append("\\`*_[]<>|#~".Contains(c) ? $"\\{c}" : char.IsControl(c) ? ' ' : c);
        }

        return escaped.ToString();
    }
}
