// SPDX-License-Identifier: GPL-2.0-only
using System.Diagnostics;
using Verification.Spec;
using Trace = Verification.Spec.Trace;

namespace Verification.Search;

/// <summary>
/// How a trace fails: the class to keep (a law's name, a cluster), and the command it fails at.
/// </summary>
public readonly record struct Symptom(string Class, int Step);

/// <summary>The outcome of shrinking.</summary>
/// <param name="Trace">Fails in the class of the original; names count from 0.</param>
/// <param name="Runs">Runs used.</param>
/// <param name="IsOneMinimal">
/// Verified: without any one command (and what uses its result) it does not fail in this class.
/// </param>
/// <param name="IsFinished">Neither runs nor time ran out: shrinking again changes nothing.</param>
public sealed record Shrunk(
    Trace Trace, Symptom Symptom, int Runs, bool IsOneMinimal, bool IsFinished);

/// <summary>
/// Makes a failing trace small: first what the failing step depends on, then chunks with all that
/// uses them, then single commands, requests that one larger one replaces, arguments, faults and
/// the machine, until nothing helps.
/// </summary>
/// <param name="run">
/// Runs a trace without drafts; null when it passes. Deterministic, and stops at the failure: what
/// follows the failing step does not matter.
/// </param>
public sealed class Shrinker(Func<Trace, Symptom?> run)
{
    readonly HashSet<Trace> passed = new(new ByContent());
    Trace best = null!;
    Symptom symptom;
    long began;
    int runs;

    /// <summary>At least 2.</summary>
    public int MaxRuns { get; init; } = 300;

    public TimeSpan MaxTime { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Null when the trace does not fail at all.</summary>
    public Shrunk? Shrink(Trace trace)
    {
        passed.Clear();
        began = Stopwatch.GetTimestamp();
        runs = 1;
        if (run(trace) is not { } first)
        {
            return null;
        }

        symptom = first;
        best = UpTo(trace, first.Step);
        Trace? minimal = null;
        Trace before;
        do
        {
            before = best;
            GuessSlices();
            minimal = RemoveChunks() ? best : null;
            ReplaceByFewer();
            SimplifyAll();
            SimplifyEach();
            SimplifyMachine();
        }
        while (!ReferenceEquals(best, before) && !IsExhausted);
        bool finished = ReferenceEquals(best, before) && !IsExhausted;
        bool oneMinimal = ReferenceEquals(best, minimal);
        if (Dependencies.Renumbered(best) is var renumbered && !renumbered.Equals(best))
        {
            Try(renumbered, reserve: 0);
        }

        return new(best, symptom, runs, oneMinimal, finished);
    }

    bool IsExhausted => runs >= MaxRuns - 1 || Stopwatch.GetElapsedTime(began) > MaxTime;

    /// <summary>
    /// Takes the candidate if it fails in the same class; never runs one trace twice.
    /// </summary>
    bool Try(Trace candidate, int reserve = 1)
    {
        if (candidate.Commands.Count == 0 || runs >= MaxRuns - reserve || passed.Contains(candidate)
            || Stopwatch.GetElapsedTime(began) > MaxTime)
        {
            return false;
        }

        runs++;
        if (run(candidate) is { } found && found.Class == symptom.Class)
        {
            symptom = found;
            best = UpTo(candidate, found.Step);
            return true;
        }

        passed.Add(candidate);
        return false;
    }

    static Trace UpTo(Trace trace, int step) => step < 0 || step + 1 >= trace.Commands.Count
        ? trace
        : trace with { Commands = [.. trace.Commands.Take(step + 1)] };

    /// <summary>
    /// The failing step with all it depends on; with a few commands before it as well.
    /// </summary>
    void GuessSlices()
    {
        int count = best.Commands.Count;
        foreach (int last in (ReadOnlySpan<int>)[1, 4, 16, 64])
        {
            foreach (bool users in (ReadOnlySpan<bool>)[false, true])
            {
                if (last < best.Commands.Count)
                {
                    Trace slice = Dependencies.Slice(best, last, users);
                    if (slice.Commands.Count < best.Commands.Count)
                    {
                        Try(slice);
                    }
                }
            }

            if (best.Commands.Count < count)
            {
                return;
            }
        }
    }

    /// <summary>
    /// Halves, quarters and so on down to single commands, from the end to the start. True when
    /// no single command could go: the trace is 1-minimal.
    /// </summary>
    bool RemoveChunks()
    {
        Trace before = best;
        for (int size = Math.Max(best.Commands.Count / 2, 1); size > 0; size /= 2)
        {
            before = best;
            int end = best.Commands.Count;
            while (end > 0 && !IsExhausted)
            {
                int begin = Math.Max(end - size, 0);
                Try(Dependencies.Without(best, begin, end));
                end = Math.Min(begin, best.Commands.Count);
            }
        }

        return ReferenceEquals(best, before) && !IsExhausted;
    }

    void ReplaceByFewer()
    {
        bool isOver = IsExhausted || TryAny(Fewer.Purging(best).Concat(Fewer.Versions(best)));
        for (int at = best.Commands.Count - 1; at >= 0 && !isOver && !IsExhausted; at--)
        {
            int gone = Math.Min(at, best.Commands.Count - 1);
            TryAny(Fewer.Merged(best, gone).Concat(FewerLists.Merged(best, gone)));
        }
    }

    /// <summary>
    /// Takes the first that fails in the same class; draws up no more once nothing may be run.
    /// </summary>
    bool TryAny(IEnumerable<Trace> candidates) =>
        candidates.TakeWhile(_ => !IsExhausted).Any(candidate => Try(candidate));

    /// <summary>All plain at once: most arguments of most commands do not matter.</summary>
    void SimplifyAll()
    {
        Command[] plain = [.. best.Commands.Select(command => Simpler.Plain(command))];
        if (!plain.SequenceEqual(best.Commands))
        {
            Try(best with { Commands = plain });
        }
    }

    void SimplifyEach()
    {
        for (int at = 0; at < best.Commands.Count && !IsExhausted; at++)
        {
            while (at < best.Commands.Count && SimplifyOne(at))
            {
            }
        }
    }

    bool SimplifyOne(int at)
    {
        foreach (Command simpler in Simpler.Versions(best.Commands[at], best.Machine))
        {
            Command[] commands = [.. best.Commands];
            commands[at] = simpler;
            if (Try(best with { Commands = commands }))
            {
                return true;
            }
        }

        return false;
    }

    void SimplifyMachine()
    {
        while (Simpler.Versions(best.Machine).Any(TryOn))
        {
        }
    }

    bool TryOn(Machine machine)
    {
        IEnumerable<Command> commands = best.Commands.Select(command => command with
        {
            Cpu = Math.Min(command.Cpu, machine.Cpus - 1),
            Node = Math.Min(command.Node, machine.Nodes - 1),
        });
        return Try(best with { Machine = machine, Commands = [.. commands] });
    }

    sealed class ByContent : IEqualityComparer<Trace>
    {
        public bool Equals(Trace? x, Trace? y) => x?.Equals(y) ?? y is null;

        public int GetHashCode(Trace trace)
        {
            HashCode hash = default;
            hash.Add(trace.Machine);
            foreach (Command command in trace.Commands)
            {
                hash.Add(command);
            }

            return hash.ToHashCode();
        }
    }
}
