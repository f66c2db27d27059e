// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>
/// A story for a terminal of 80 columns: under each call what happened inside it, the address space
/// on both sides, what changed, and at a failing step the law with the life of its culprit.
/// </summary>
public sealed class StoryText(Story story)
{
    /// <summary>No line is longer.</summary>
    public const int Width = 79;

    const int Label = 8;

    readonly Machine machine = story.Trace.Machine;
    readonly int commands = story.Trace.Commands.Count;

    /// <summary>What was run on what, and what it broke first.</summary>
    public IEnumerable<TextLine> Head()
    {
        Violation? first = story.Broken.OrderBy(static one => one.StepIndex).FirstOrDefault();
        if (first is not null)
        {
            foreach (TextLine line in Wrapped(
                TextRole.Broken, "BROKEN",
                $"in step {first.StepIndex + 1} of {commands}: {first.Law.Says}"))
            {
                yield return line;
            }
        }

        yield return new(TextRole.Plain, $"{story.Target.Name}, machine {machine.Name}, "
            + $"{Eras.Name(story.Trace.Era)} {story.Trace.Mode.ToString().ToLowerInvariant()}");
    }

    /// <summary>One step with all that belongs to it.</summary>
    public IEnumerable<TextLine> Of(StoryStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        string title = $"== step {step.Index + 1} of {commands} ";
        yield return new(TextRole.Plain, "");
        yield return new(TextRole.Heading, title.PadRight(Width, '='));
        foreach (TextLine line in Call(step)
            .Concat(List("list", TextRole.Plain, step.Printed))
            .Concat(List("did", TextRole.Plain, step.Events))
            .Concat(Space(step)).Concat(Changes(step)).Concat(Figures(step))
            .Concat(Broken(step)))
        {
            yield return line;
        }
    }

    /// <summary>What all steps together came to.</summary>
    public IEnumerable<TextLine> Verdict()
    {
        bool isClean = story.Broken.Count == 0;
        string verdict = isClean ? "no law was broken"
            : $"broken: {string.Join(", ", story.Broken.Select(static one => one.Law.Name))}";
        return LineWrap.Of(verdict, Width).Select(
            row => new TextLine(isClean ? TextRole.Plain : TextRole.Broken, row));
    }

    static IEnumerable<TextLine> Call(StoryStep step)
    {
        TextRole role = step.IsMade ? TextRole.Statement : TextRole.Aside;
        string result = step.Result.Length == 0 ? "" : $" /* {step.Result} */";
        return Label + step.Statement.Length + result.Length <= Width
            ? Wrapped(role, "call", step.Statement + result)
            : Wrapped(role, "call", step.Statement).Concat(Wrapped(role, "", result.Trim()));
    }

    /// <summary>The laws broken in a step, each with its culprit.</summary>
    public static IEnumerable<TextLine> Broken(StoryStep step)
    {
        Culprit? told = null;
        foreach (BrokenLaw broken in step.Broken)
        {
            Violation violation = broken.Violation;
            IEnumerable<TextLine> lines =
            [
                .. Wrapped(TextRole.Broken, "BROKEN", violation.Law.Says),
                .. Wrapped(
                    TextRole.Plain, "law", $"{violation.Law.Name}, from {violation.Law.From}"),
                .. Wrapped(
                    TextRole.Plain, "culprit",
                    violation.Culprits + (broken.Frame.Length == 0 ? "" : $"; here {broken.Frame}")),
                .. violation.Culprit == told ? [] : Life(broken),
            ];
            told = violation.Culprit;
            foreach (TextLine line in lines)
            {
                yield return line;
            }
        }
    }

    static IEnumerable<TextLine> Life(BrokenLaw broken) =>
        broken.Life.SelectMany(static (past, index) =>
            Wrapped(
                TextRole.Plain, index == 0 ? "since" : "",
                $"step {past.Step + 1}: {past.Statement}")
            .Concat(List("", TextRole.Aside, [.. past.Events.Select(
                static line => $"  {line}")])));

    IEnumerable<TextLine> Space(StoryStep step)
    {
        if (!step.IsMade)
        {
            return [];
        }

        string[] lines = AddressSpacePicture.Of(
            machine, step.Before, step.After, step.FailedBytes, step.Gone).TrimEnd('\n').Split('\n');
        return Wrapped(TextRole.Plain, "space", lines[0]).Concat(lines.Skip(1).Select(
            static line => new TextLine(
                line.AsSpan().Trim([' ', '^']).IsEmpty ? TextRole.Changed : TextRole.Plain, line)));
    }

    IEnumerable<TextLine> Changes(StoryStep step) => step.After is null || !step.IsMade ? []
        : List("changed", DumpChange.Told(
            PictureDifference.Changes(machine, step.Before, step.After, step.Frames)));

    static IEnumerable<TextLine> Figures(StoryStep step)
    {
        string changes = string.Join(
            ", ", LedgerFigures.Changes(step.Ledger.Before, step.Ledger.After));
        return changes.Length == 0 ? [] : Wrapped(TextRole.Plain, "ledger", changes);
    }

    static IEnumerable<TextLine> List(string label, TextRole role, IReadOnlyList<string> items) =>
        List(label, [.. items.Select(item => new TextLine(role, item))]);

    static IEnumerable<TextLine> List(string label, IReadOnlyList<TextLine> items) =>
        PrintedLines.Folded(
            items, static left => new TextLine(TextRole.Aside, $"({left} more)"))
            .SelectMany((item, index) =>
                Wrapped(item.Role, index == 0 ? label : "", item.Text));

    static IEnumerable<TextLine> Wrapped(TextRole role, string label, string text) =>
        LineWrap.Of(text, Width - Label).Select((row, index) =>
            new TextLine(role, $"{(index == 0 ? label : ""),-Label}{row}".TrimEnd()));
}
