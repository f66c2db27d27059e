// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Targets;

/// <summary>
/// The first command of a file that a target does otherwise than the recorded kernel did. Kinds
/// name what differs; the lines are only those that differ.
/// </summary>
public sealed record Difference(
    string File, int Line, string Command, string Kinds,
    IReadOnlyList<string> Expected, IReadOnlyList<string> Actual);

/// <summary>
/// What came out. Commands counts all that are recorded; one is Reproduced, OutOfReach, or stands
/// at or after the first difference of its file.
/// </summary>
public sealed record ConformanceReport
{
    public required int Files { get; init; }

    public required int Commands { get; init; }

    public required int Reproduced { get; init; }

    public required int OutOfReach { get; init; }

    /// <summary>Commands out of reach, by reason.</summary>
    public required IReadOnlyDictionary<string, int> Reasons { get; init; }

    public required IReadOnlyList<Difference> Differences { get; init; }

    /// <summary>Complaints about files that are no recordings; none of their commands counts.</summary>
    public IReadOnlyList<string> Unreadable { get; init; } = [];

    /// <summary>Commands that differ, and those after them in the same files.</summary>
    public int NotFollowed => Commands - Reproduced - OutOfReach;
}

/// <summary>Runs a target over recordings of a genuine kernel and compares each command.</summary>
public sealed class Conformance(ITarget target)
{
    readonly SortedDictionary<string, int> reasons = [];
    readonly List<Difference> differences = [];
    int reproduced;

    public ConformanceReport Run(IEnumerable<Recording> recordings)
    {
        int files = 0;
        int commands = 0;
        foreach (Recording recording in recordings)
        {
            files++;
            commands += recording.Blocks.Count;
            Follow(recording);
        }

        return new()
        {
            Files = files,
            Commands = commands,
            Reproduced = reproduced,
            OutOfReach = reasons.Values.Sum(),
            Reasons = reasons,
            Differences = differences,
        };
    }

    /// <summary>Follows a sequence to its end, its first difference, or out of reach.</summary>
    void Follow(Recording recording)
    {
        Comparer comparer = new(target, recording);
        for (int i = 0; i < recording.Blocks.Count; i++)
        {
            RecordedBlock block = recording.Blocks[i];
            if (Reach.Refusal(recording, block) is { } reason)
            {
                reasons[reason] = reasons.GetValueOrDefault(reason) + recording.Blocks.Count - i;
                return;
            }

            if (Compare(comparer, recording, block) is { } difference)
            {
                differences.Add(difference);
                return;
            }

            reproduced++;
        }
    }

    /// <summary>A target that throws has failed at this command; the other files go on.</summary>
    static Difference? Compare(Comparer comparer, Recording recording, RecordedBlock block)
    {
        try
        {
            return comparer.Compare(block);
        }
        catch (Exception crash)
        {
            string[] thrown = [crash.GetType().Name, .. crash.ToString().Split('\n').Take(4)];
            return new(
                recording.File, block.Line, block.Command.Text, "crash",
                ["= " + block.Result.Text], thrown);
        }
    }
}
