// SPDX-License-Identifier: GPL-2.0-only
using System.Text.Json;
using System.Text.Json.Serialization;
using Verification.Search;
using Verification.Spec;

namespace Verification.Vmcheck;

/// <summary>
/// What the verbs of one trace print, as one JSON object; names are stable, new ones may be added.
/// </summary>
static class TraceJson
{
    static readonly JsonSerializerOptions withNames = new(CheckJson.CamelCase)
    {
        Converters =
        {
            new JsonStringEnumConverter(JsonNamingPolicy.CamelCase),
            new PgprotJson(),
        },
    };

    /// <summary>Of `replay`: the laws that a trace breaks, and how much of it could be run.</summary>
    public static string Replayed(string target, JudgedTrace judged) => Print(new
    {
        Target = target,
        Trace = Of(judged.Story.Trace),
        Calls = Of(judged.Calls),
        Checked = judged.Run.Executed,
        judged.Run.Skipped,
        judged.Run.Refused,
        judged.Calls.Ending,
        Violations = Of(judged.Story.Broken),
    });

    /// <summary>Of `explain`: the steps that were told, and the laws that the trace breaks.</summary>
    public static string Explained(
        string target, JudgedTrace judged, IReadOnlyList<object> steps) => Print(new
    {
        Target = target,
        Trace = Of(judged.Story.Trace),
        Steps = steps,
        judged.Calls.Ending,
        Violations = Of(judged.Story.Broken),
    });

    /// <summary>Of `replay` on two targets: the first call in which they differ, or null.</summary>
    public static string Compared(
        Trace trace, (string Left, string Right) targets, Comparison comparison) =>
        Print(new
        {
            Targets = new[] { targets.Left, targets.Right },
            Trace = Of(trace),
            comparison.Compared,
            comparison.Explained,
            comparison.NotCompared,
            First = comparison.First is not { } first ? null : new
            {
                first.Step,
                first.Aspect,
                Answers = new[] { first.Answers.Left, first.Answers.Right },
                Returned = new[] { first.Told.Left, first.Told.Right },
            },
        });

    /// <summary>Of `shrink`.</summary>
    /// <param name="file">Where the smaller trace was written too; null: nowhere.</param>
    public static string Smaller(
        string target, Law law, Trace trace, Shrunk shrunk, string? file) =>
        Print(new
        {
            Target = target,
            Law = law.Name,
            Before = trace.Commands.Count,
            Trace = Of(shrunk.Trace),
            shrunk.Runs,
            shrunk.IsOneMinimal,
            shrunk.IsFinished,
            File = file,
        });

    /// <summary>Of `dump`: every list that a walk of the target filled.</summary>
    public static string Dumped(
        string target, Trace trace, TraceAsC calls, Picture picture) => Print(new
    {
        Target = target,
        Trace = Of(trace),
        Calls = Of(calls),
        State = picture,
    });

    static string Print(object document) => JsonSerializer.Serialize(document, withNames);

    static IEnumerable<object> Of(IReadOnlyList<Violation> broken) => broken.Select(static one => new
    {
        Law = one.Law.Name,
        one.Law.Says,
        one.Law.From,
        Step = one.StepIndex,
        one.Culprits,
    });

    /// <summary>What became of each command of the trace, in its order.</summary>
    static IEnumerable<object> Of(TraceAsC calls) => calls.Results.Zip(
        calls.Printed, static (result, printed) => new { Result = result, Printed = printed });

    static object Of(Trace trace) => new
    {
        Machine = trace.Machine.Name,
        Era = Words.Of(trace.Era),
        Mode = Words.Of(trace.Mode),
        Commands = TraceWriter.Lines(trace.Commands),
    };
}
