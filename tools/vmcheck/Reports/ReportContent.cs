// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;

namespace Verification.Vmcheck;

/// <summary>What a report shows, in whatever form it is written.</summary>
sealed record ReportContent
{
    /// <summary>The verdict: the first broken law as a sentence, or that none was.</summary>
    public required string Verdict { get; init; }

    /// <summary>What was done, name and value, in the order in which it is shown.</summary>
    public required IReadOnlyList<(string Name, string Value)> Summary { get; init; }

    /// <summary>
    /// What `check` found, one trace a finding; of the other verbs the one trace they were given,
    /// whether it breaks a law or not.
    /// </summary>
    public required IReadOnlyList<ReportedTrace> Traces { get; init; }

    /// <summary>The laws in force and the situations looked for, in the order of the claim.</summary>
    public required IReadOnlyList<ReportedLaw> Laws { get; init; }

    /// <summary>Laws that were not in force, and why.</summary>
    public required IReadOnlyList<(Law Law, string Why)> NotCheckable { get; init; }

    /// <summary>Dimension, then value, then how often it was seen; none but of `check`.</summary>
    public IReadOnlyList<(string Name, IReadOnlyList<(string Value, long Times)> Values)>
        Coverage { get; init; } = [];

    /// <summary>What the run never met; none but of `check`.</summary>
    public IReadOnlyList<string> NotExercised { get; init; } = [];

    /// <summary>The command line that does it all again; null: there is none.</summary>
    public string? Again { get; init; }
}

/// <summary>A law, how often it had something to judge, and how many traces broke it.</summary>
/// <param name="Checked">Of a sighting: how often the situation was seen.</param>
readonly record struct ReportedLaw(Law Law, long Checked, long Broken);

/// <summary>One trace of a report.</summary>
/// <param name="Story">Told as often as the report's form needs it.</param>
/// <param name="Law">The law it is shown for; null: all that it breaks, if any.</param>
/// <param name="Notes">What is known of it besides, a sentence each: where it was found, how small
/// it is, what it stands behind.</param>
/// <param name="File">Where the trace is kept; null: nowhere.</param>
/// <param name="Target">What it is run again on, as typed after --target.</param>
sealed record ReportedTrace(
    Story Story, Law? Law, IReadOnlyList<string> Notes, string? File, string Target)
{
    /// <summary>What a reader calls the trace who has but the report.</summary>
    const string Saved = "FILE";

    /// <summary>The trace as a file holds it: whoever has the report can run it again.</summary>
    public string Text => TraceWriter.Write(Story.Trace);

    /// <summary>The command line that runs it again.</summary>
    public string Replay => FailureReport.ReplayCommand(File ?? Saved, Target);

    /// <summary>What stands before that command line.</summary>
    public string BeforeReplay => File is null
        ? $"To replay it, save the trace below as {Saved} and run:"
        : "Replay (the trace is below, for whoever lacks the file):";
}
