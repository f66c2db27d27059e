// SPDX-License-Identifier: GPL-2.0-only
using FsCheck;
using FsCheck.Fluent;
using Verification.Search;
using Verification.Spec;

namespace Verification.Properties;

/// <summary>
/// Runs traces on a target, makes what fails small, and reports it. One instance serves one thread.
/// </summary>
/// <param name="target">Makes a target of an era and mode; called once for each.</param>
sealed class Hunt(Func<Era, DefectMode, ITarget> target)
{
    /// <summary>
    /// Where reports say a failing trace lies, relative to the top of the repository.
    /// </summary>
    public const string Folder = "artifacts/failures";

    readonly Dictionary<(Era, DefectMode), Checker> checkers = [];

    public Hunt()
        : this(static (era, mode) => new Model.Model(era, mode))
    {
    }

    /// <summary>Commands executed in all runs.</summary>
    public long Executed => checkers.Values.Sum(checker => checker.Executed);

    public Violation? Run(Trace trace) => CheckerOf(trace).Run(trace);

    /// <summary>
    /// The trace as it ran, names in place of drafts, up to the step where it ended.
    /// </summary>
    public Trace Named(Trace trace) =>
        trace with { Commands = [.. CheckerOf(trace).Named] };

    /// <summary>The minimum of a failing trace, null when it passes.</summary>
    public Shrunk? Shrink(Trace trace)
    {
        if (Run(trace) is null)
        {
            return null;
        }

        return new Shrinker(named => Run(named) is { } found
            ? new Symptom(found.Law.Name, found.StepIndex) : null).Shrink(Named(trace));
    }

    /// <summary>A property of traces: something was checked, and every law held.</summary>
    public Property Holds(Trace trace)
    {
        long before = Executed;
        Violation? violation = Run(trace);
        if (Executed == before)
        {
            return false.Label("nothing was checked: no command of the trace could be executed");
        }

        return violation is null ? true.ToProperty() : false.Label(Report(Named(trace)));
    }

    /// <summary>What FsCheck draws and shrinks: traces on these machines in every era.</summary>
    public Arbitrary<Trace> Traces(
        IReadOnlyList<Machine> machines, DefectMode mode, int length = 50) =>
        TraceArbitrary.Of(
            machines, Eras.Modelled, mode, length, trace => Shrink(trace)?.Trace);

    /// <summary>
    /// Writes the trace to a file and describes its failure, with the way to see it again.
    /// </summary>
    string Report(Trace trace)
    {
        Violation violation = Run(trace)!;
        string file = $"{Folder}/{violation.Law.Name}.trace";
        Directory.CreateDirectory(Path.Combine(Repository.Root, Folder));
        File.WriteAllText(Path.Combine(Repository.Root, file), TraceWriter.Write(trace));
        Failure failure = Failure.Of(trace, violation, target(trace.Era, trace.Mode));
        return FailureReport.Of(failure with { File = file });
    }

    Checker CheckerOf(Trace trace)
    {
        if (!checkers.TryGetValue((trace.Era, trace.Mode), out Checker? checker))
        {
            checker = new Checker(target(trace.Era, trace.Mode)) { Records = true };
            checkers.Add((trace.Era, trace.Mode), checker);
        }

        return checker;
    }
}
