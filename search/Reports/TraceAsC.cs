// SPDX-License-Identifier: GPL-2.0-only
using System.Text;
using Verification.Spec;

namespace Verification.Search;

/// <summary>
/// A trace as C-like lines with what each call did as a comment:
/// <c>p0 = vmalloc(8192); /* -> NULL: 2nd page failed */</c>.
/// </summary>
public sealed class TraceAsC
{
    /// <summary>Statements up to this width have their comments in one column.</summary>
    const int CommentColumn = 48;

    readonly Trace trace;
    readonly CStatement statement;
    readonly string[] results;
    readonly IReadOnlyList<string>[] printed;
    readonly PrintedLines lines = new();

    public TraceAsC(Trace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        this.trace = trace;
        statement = new CStatement(trace);
        results = [.. trace.Commands.Select(ResultText.Armed)];
        printed = new IReadOnlyList<string>[results.Length];
        Array.Fill(printed, []);
    }

    /// <summary>What became of each command; empty for plain success.</summary>
    public IReadOnlyList<string> Results => results;

    /// <summary>The call behind which nothing could run; null: there was none.</summary>
    public TraceEnding? Ending { get; private set; }

    /// <summary>What each printed, line by line.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Printed => printed;

    /// <summary>
    /// Runs a trace on a target, without judging it, and notes what each call did;
    /// <paramref name="after"/> sees every step made. What follows a BUG is not reached; a command
    /// that uses a result that does not exist, or that no caller may make, says so.
    /// </summary>
    public static TraceAsC Of(Trace trace, ITarget target, Action<Step> after)
    {
        TraceAsC calls = ToRun(trace);
        Checker runner = new(target, [])
        {
            Observer = (ledger, step) =>
            {
                calls.Observe(ledger, step);
                after(step);
            },
            OnPassedOver = calls.PassOver,
        };
        runner.Run(trace);
        return calls;
    }

    /// <summary>A trace that is about to run, and tells of each step.</summary>
    public static TraceAsC ToRun(Trace trace)
    {
        TraceAsC calls = new(trace);
        Array.Fill(calls.results, "not reached");
        return calls;
    }

    /// <summary>Notes what a call did; for a checker.</summary>
    public void Observe(Ledger ledger, Step step)
    {
        ArgumentNullException.ThrowIfNull(step);
        results[step.Index] = ResultText.Of(trace.Machine, step);
        printed[step.Index] = lines.Of(step);
        Ending = !step.Outcome.IsFatal ? null
            : new(step.Index, step.Outcome.Kind, results.Length - step.Index - 1);
    }

    /// <summary>Notes why a command was not made; for a checker.</summary>
    public void PassOver(int index, PassedOver why, string? duty) =>
        results[index] = ResultText.Of(why, duty);

    /// <summary>The statement of a command, without its result.</summary>
    public string Statement(int command) => statement.Of(trace.Commands[command]);

    /// <summary>A line a call, with what became of it, and without what it printed.</summary>
    public IReadOnlyList<string> Calls()
    {
        string[] statements = [.. trace.Commands.Select(statement.Of)];
        int width = statements
            .Where(static line => line.Length <= CommentColumn)
            .Select(static line => line.Length)
            .DefaultIfEmpty()
            .Max();
        return [.. statements.Zip(results, (call, result) =>
            result.Length == 0 ? call : $"{call.PadRight(width)} /* {result} */")];
    }

    /// <summary>
    /// All lines; the one of <paramref name="marked"/> begins with an arrow. Below a call stands
    /// what it printed: where one is marked, below that alone.
    /// </summary>
    public string Lines(int marked = -1)
    {
        StringBuilder text = new();
        foreach ((int i, string call) in Calls().Index())
        {
            text.Append(marked < 0 ? "" : i == marked ? "=> " : "   ").Append(call).Append('\n');
            foreach (string line in marked < 0 || i == marked ? Shown(i) : [])
            {
                text.Append($"    {line}\n");
            }
        }

        return text.ToString();
    }

    public override string ToString() => Lines();

    IEnumerable<string> Shown(int command) => PrintedLines.Folded(
        printed[command], static left => $"({left} more)");
}
