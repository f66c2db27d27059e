// SPDX-License-Identifier: GPL-2.0-only
using System.Security.Cryptography;
using System.Text;
using Verification.Spec;

namespace Verification.Search;

/// <summary>One command of a trace, as C, and all that it did.</summary>
public sealed record DiaryStep(string Statement, string Did);

/// <summary>
/// All that the traces of a plan did on a target, unjudged: the same whenever, wherever and on how
/// many threads it is written, where the target is deterministic.
/// </summary>
/// <param name="Traces">
/// Every <see cref="Stride"/>th of the plan: the commands of each that were made.
/// </param>
public sealed record Diary(IReadOnlyList<IReadOnlyList<DiaryStep>> Traces)
{
    /// <summary>
    /// Traces in a row are on one machine: fewer of them show every machine as well.
    /// </summary>
    public const int Stride = 4;

    const int HashDigits = 16;

    /// <summary>Runs traces of a plan that says how many there are.</summary>
    /// <param name="plan">The traces, and the number of threads.</param>
    /// <param name="target">Makes a target of an era for each thread.</param>
    /// <param name="stop">Ends it early.</param>
    /// <exception cref="OperationCanceledException">It was told to stop.</exception>
    public static Diary Of(
        CampaignPlan plan, Func<Era, ITarget> target, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        IReadOnlyList<DiaryStep>[] traces = new IReadOnlyList<DiaryStep>[(int)plan.Traces! / Stride];
        List<Exception> thrown = [];
        Thread[] threads = [.. Enumerable.Range(0, plan.Jobs).Select(first => new Thread(() =>
        {
            try
            {
                Write(plan, target, first, traces, stop);
            }
            catch (Exception wrong)
            {
                lock (thrown)
                {
                    thrown.Add(wrong);
                }
            }
        }))];
        Array.ForEach(threads, static thread => thread.Start());
        Array.ForEach(threads, static thread => thread.Join());
        stop.ThrowIfCancellationRequested();
        return thrown.Count == 0 ? new Diary(traces)
            : throw new AggregateException("a trace could not be run to its end", thrown);
    }

    /// <summary>Sixteen hexadecimal digits, of everything.</summary>
    public string Hash()
    {
        using IncrementalHash digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (IReadOnlyList<DiaryStep> trace in Traces)
        {
            foreach (DiaryStep step in trace)
            {
                digest.AppendData(Encoding.UTF8.GetBytes($"{step.Statement}\0{step.Did}\0"));
            }

            digest.AppendData([1]);
        }

        return Convert.ToHexStringLower(digest.GetHashAndReset())[..HashDigits];
    }

    /// <summary>Where another diary says something else first; null when it never does.</summary>
    public Departure? FirstDifference(Diary other)
    {
        ArgumentNullException.ThrowIfNull(other);
        for (int trace = 0; trace < Math.Max(Traces.Count, other.Traces.Count); trace++)
        {
            IReadOnlyList<DiaryStep> mine = At(Traces, trace) ?? [];
            IReadOnlyList<DiaryStep> others = At(other.Traces, trace) ?? [];
            for (int step = 0; step < Math.Max(mine.Count, others.Count); step++)
            {
                if (At(mine, step) != At(others, step))
                {
                    return new Departure(trace * Stride, step, At(mine, step), At(others, step));
                }
            }
        }

        return null;
    }

    static T? At<T>(IReadOnlyList<T> list, int index)
        where T : class => index < list.Count ? list[index] : null;

    static void Write(
        CampaignPlan plan, Func<Era, ITarget> target, int first,
        IReadOnlyList<DiaryStep>[] traces, CancellationToken stop)
    {
        Dictionary<Era, Writer> writers =
            plan.Eras.ToDictionary(static era => era, era => new Writer(target(era)));
        for (int place = first; place < traces.Length; place += plan.Jobs)
        {
            stop.ThrowIfCancellationRequested();
            Trace trace = plan.Draw(place * Stride);
            traces[place] = writers[trace.Era].Write(trace);
        }
    }

    /// <summary>One target and what runs traces on it; serves one thread.</summary>
    sealed class Writer
    {
        readonly Checker checker;
        readonly List<(int Command, string Did)> steps = [];

        public Writer(ITarget target) => checker = new Checker(target, [])
        {
            Records = true,
            Observer = (_, step) => steps.Add((checker!.Named.Count - 1, StepText.Of(step))),
        };

        public DiaryStep[] Write(Trace trace)
        {
            steps.Clear();
            checker.Run(trace);
            TraceAsC calls = new(trace with { Commands = [.. checker.Named] });
            return
            [
                .. steps.Select(step => new DiaryStep(calls.Statement(step.Command), step.Did)),
            ];
        }
    }
}
