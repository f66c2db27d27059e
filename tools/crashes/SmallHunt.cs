// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;
using Verification.Vmcheck;

namespace Verification.Crashes;

/// <summary>
/// What a hunt of some traces came to, step by step: hunted once, and read back by every writer.
/// </summary>
/// <param name="Points">Its check points; each has more traces than the one before.</param>
/// <param name="Findings">What it found, shrunk.</param>
sealed record SmallHunt(IReadOnlyList<CheckPoint> Points, IReadOnlyList<Finding> Findings)
{
    const int Steps = 6;
    const int TracesOfAStep = 8;

    static readonly CampaignPlan plan = new()
    {
        Seed = 11, Machines = [Machines.Toy], Eras = [Era.V2632], Mode = DefectMode.Faithful,
        Jobs = 1, Traces = TracesOfAStep,
    };

    /// <summary>Hunts, and writes what came of it for <see cref="Read"/>.</summary>
    public static void Write(string file)
    {
        using BinaryWriter output = new(File.Create(file));
        CheckPoint last = new();
        IReadOnlyList<Finding> findings = [];
        output.Write(Steps);
        for (int step = 1; step <= Steps; step++)
        {
            Campaign hunt = new(
                plan with { Traces = step * TracesOfAStep },
                static (era, mode) => new Model.Model(era, mode))
            {
                Begun = last, Keep = point => last = point,
            };
            findings = hunt.Run().Findings;
            last.Write(output);
        }

        output.Write(findings.Count);
        foreach (Finding finding in findings)
        {
            output.Write(finding.Number!.Value);
            output.Write(finding.Failure.Violation);
            output.Write(TraceWriter.Write(finding.Shrunk.Trace));
        }
    }

    /// <summary>What <see cref="Write"/> wrote, without running anything again.</summary>
    public static SmallHunt Read(string file)
    {
        using BinaryReader input = new(File.OpenRead(file));
        CheckPoint[] points =
            [.. Enumerable.Range(0, input.ReadInt32()).Select(_ => CheckPoint.Read(input))];
        return new(
            points,
            [.. Enumerable.Range(0, input.ReadInt32()).Select(_ => FindingOf(input))]);
    }

    /// <summary>All of a finding that goes into a store.</summary>
    static Finding FindingOf(BinaryReader input)
    {
        long number = input.ReadInt64();
        Violation violation = input.ReadViolation();
        Trace trace = TraceReader.Read(input.ReadString());
        return new Finding
        {
            Law = violation.Law,
            Number = number,
            Found = trace,
            Shrunk = new(trace, new($"{violation.Cluster}", violation.StepIndex), 1, true, true),
            Behind = [],
            Failure = new()
            {
                Trace = trace,
                Violation = violation,
                Calls = new(trace),
                Events = [],
                Before = new(),
                After = null,
                Seed = plan.Seed,
            },
        };
    }
}
