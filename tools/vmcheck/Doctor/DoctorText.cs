// SPDX-License-Identifier: GPL-2.0-only
using Spectre.Console;
using Verification.Search;

namespace Verification.Vmcheck;

/// <summary>What the doctor found, for people.</summary>
static class DoctorText
{
    const int Width = 110;

    /// <summary>Lines of a step that are shown, from shortly before the first that differs.</summary>
    const int LinesShown = 14;

    const int LinesBefore = 4;

    /// <summary>What is here, what is not, and a hash a target.</summary>
    public static void Print(
        IReadOnlyList<Fact> facts, IReadOnlyList<Repetition> repetitions, Screen screen)
    {
        IAnsiConsole tables = screen.Tables(screen.Details, Width);
        tables.Write(Here(facts));
        tables.Write(Missing(facts));
        foreach (Repetition one in repetitions)
        {
            (one.IsSame ? screen.Details : screen.Lines).WriteLine(Line(one));
            if (one.First is { } first)
            {
                screen.Lines.Write(Of(one.Runs[0].How, first.How, first.Departure));
            }
        }

        int missing = facts.Count(static fact => fact.Found is null);
        int apart = repetitions.Count(static one => !one.IsSame);
        screen.Lines.WriteLine(
            $"{facts.Count - missing} of {Words.Of(facts.Count, "thing")} found; "
            + (apart == 0 ? "one seed is one run, on " : $"{apart} not the same again, of ")
            + Words.Of(repetitions.Count, "target"));
    }

    static Table Here(IReadOnlyList<Fact> facts)
    {
        Table table = new Table().Border(TableBorder.Simple)
            .AddColumn(new TableColumn("here").NoWrap()).AddColumn("");
        foreach (Fact fact in facts.Where(static fact => fact.Found is not null))
        {
            table.AddRow(Markup.Escape(fact.What), Markup.Escape(fact.Found!));
        }

        return table;
    }

    static Table Missing(IReadOnlyList<Fact> facts)
    {
        Table table = new Table().Border(TableBorder.Simple)
            .AddColumn(new TableColumn("not here").NoWrap())
            .AddColumn("how to get it").AddColumn("what needs it");
        foreach (Fact fact in facts.Where(static fact => fact.Found is null))
        {
            table.AddRow(
                Markup.Escape(fact.What), Markup.Escape(fact.Get), Markup.Escape(fact.Lack));
        }

        return table;
    }

    static string Line(Repetition one) => one.Target + ": " + (one.IsSame
        ? $"{one.Hash}, {string.Join(", ", one.Runs.Select(static run => run.How))}"
        : string.Join(", ", one.Runs.Select(static run => $"{run.Diary.Hash()} {run.How}")));

    static string Of(string usual, string how, Departure departure)
    {
        string[] left = Lines(departure.Left);
        string[] right = Lines(departure.Right);
        int same = left.Zip(right).TakeWhile(static pair => pair.First == pair.Second).Count();
        int first = Math.Max(same - LinesBefore, 0);
        return $"trace {departure.Trace}, step {departure.Step + 1}: {departure.Statement}\n"
            + TwoColumns.Of((usual, Shown(left, first)), (how, Shown(right, first)));
    }

    static string[] Lines(DiaryStep? step) =>
        step is null ? ["(nothing)"] : [step.Statement, .. step.Did.Split('\n')];

    static string Shown(string[] lines, int first) =>
        string.Join('\n', lines.Skip(first).Take(LinesShown));
}
