// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>
/// What a campaign tries. Trace n is a function of the plan alone, so that the same plan tries the
/// same traces on any number of threads.
/// </summary>
public sealed record CampaignPlan
{
    /// <summary>Traces in a row on one machine: booting another costs more than a trace.</summary>
    public const int Batch = 16;

    /// <summary>How a command line calls the model.</summary>
    public const string Model = "model";

    /// <summary>How a command line calls what is checked.</summary>
    public string Target { get; init; } = Model;

    public required ulong Seed { get; init; }

    public IReadOnlyList<Machine> Machines { get; init; } = Search.Machines.All;

    public IReadOnlyList<Era> Eras { get; init; } = Spec.Eras.Modelled;

    public DefectMode Mode { get; init; } = DefectMode.Fixed;

    /// <summary>Commands of a trace, at least 1.</summary>
    public int Length { get; init; } = 50;

    /// <summary>Traces to try; null: as many as <see cref="Time"/> allows.</summary>
    public long? Traces { get; init; }

    /// <summary>How long to hunt, without shrinking; null: until all traces are tried.</summary>
    public TimeSpan? Time { get; init; }

    /// <summary>Threads, at least 1; each has its own targets.</summary>
    public int Jobs { get; init; } = 1;

    /// <summary>Era of trace <paramref name="number"/>: every machine meets every era.</summary>
    public Era EraOf(long number)
    {
        long batch = number / Batch;
        return Eras[(int)((batch % Machines.Count + batch / Machines.Count) % Eras.Count)];
    }

    public Machine MachineOf(long number) => Machines[(int)(number / Batch % Machines.Count)];

    /// <summary>Trace <paramref name="number"/>, its operands still drafts.</summary>
    public Trace Draw(long number) => Generator.Draw(
        Prng.Derive(Seed, (ulong)number), MachineOf(number), EraOf(number), Mode, Length);
}
