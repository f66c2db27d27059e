// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>
/// Page frames numbered in the order in which a text first mentions them: which frame the allocator
/// happened to hand out is not worth a difference, two owners of one frame are.
/// </summary>
public sealed class FrameNames
{
    /// <summary>More runs than this are counted, not listed.</summary>
    const int RunsShown = 6;

    readonly Dictionary<int, int> numbers = [];

    /// <summary>The number of a frame; the next free one when it is new.</summary>
    public int Number(int frame)
    {
        if (!numbers.TryGetValue(frame, out int number))
        {
            number = numbers.Count;
            numbers.Add(frame, number);
        }

        return number;
    }

    /// <summary><c>f3</c>.</summary>
    public string Of(int frame) => $"f{Number(frame)}";

    /// <summary><c>f0-f3,f7</c>: consecutive numbers are joined.</summary>
    public string Runs(IEnumerable<int> frames)
    {
        ArgumentNullException.ThrowIfNull(frames);
        List<(int First, int Last)> runs = [];
        foreach (int frame in frames)
        {
            int number = Number(frame);
            if (runs.Count > 0 && runs[^1].Last + 1 == number)
            {
                runs[^1] = (runs[^1].First, number);
            }
            else
            {
                runs.Add((number, number));
            }
        }

        string text = string.Join(',', runs.Take(RunsShown).Select(static run =>
            run.First == run.Last ? $"f{run.First}" : $"f{run.First}-f{run.Last}"));
        return runs.Count > RunsShown ? $"{text} and {runs.Count - RunsShown} runs more" : text;
    }

    /// <summary>
    /// Pages on each node as <c>/proc/vmallocinfo</c> shows them, <c>N0=2 N1=1</c>; empty on a
    /// machine of one node.
    /// </summary>
    public static string PerNode(Machine machine, IEnumerable<int> frames)
    {
        ArgumentNullException.ThrowIfNull(machine);
        return machine.Nodes == 1 ? "" : string.Join(' ', frames
            .CountBy(machine.NodeOfFrame)
            .OrderBy(static count => count.Key)
            .Select(static count => $"N{count.Key}={count.Value}"));
    }
}
