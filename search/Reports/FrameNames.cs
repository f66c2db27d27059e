// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>
/// Page frames numbered in the order in which a text first mentions them: which frame the allocator
/// happened to hand out is not worth a difference, two owners of one frame are.
/// </summary>
public sealed class FrameNames
{
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

    /// <summary>Consecutive numbers are joined.</summary>
    public FrameRuns Runs(IEnumerable<int> frames)
    {
        ArgumentNullException.ThrowIfNull(frames);
        return FrameRuns.Joined(frames.Select(Number));
    }

    /// <summary>
    /// Pages of memory on each node as <c>/proc/vmallocinfo</c> counts them, by node; empty on a
    /// machine of one node.
    /// </summary>
    public static IReadOnlyList<(int Node, int Count)> PerNode(
        Machine machine, IEnumerable<int> frames)
    {
        ArgumentNullException.ThrowIfNull(machine);
        return machine.Nodes == 1 ? [] :
        [
            .. frames.Where(frame => !machine.IsDevice(frame)).CountBy(machine.NodeOfFrame)
                .OrderBy(static count => count.Key)
                .Select(static count => (count.Key, count.Value)),
        ];
    }
}
