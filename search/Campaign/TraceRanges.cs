// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Search;

/// <summary>A set of trace numbers: few ranges, as traces are tried in a row.</summary>
public sealed class TraceRanges
{
    /// <summary>First and end (not included), in order; they do not touch.</summary>
    readonly List<(long First, long End)> ranges = [];

    /// <summary>How many numbers it holds.</summary>
    public long Count => ranges.Sum(static range => range.End - range.First);

    /// <summary>Above the highest number; 0 when there is none.</summary>
    public long End => ranges.Count == 0 ? 0 : ranges[^1].End;

    /// <summary>What is missing below <see cref="End"/>, in order.</summary>
    public IEnumerable<(long First, long End)> Gaps => ranges
        .Zip(ranges.Select(static range => range.End).Prepend(0))
        .Select(static pair => (First: pair.Second, End: pair.First.First))
        .Where(static gap => gap.First < gap.End);

    /// <summary>Adds so many numbers in a row, of which it has none.</summary>
    public void Add(long first, long count)
    {
        if (count == 0)
        {
            return;
        }

        long end = first + count;
        int at = ranges.FindIndex(range => range.First >= end);
        at = at < 0 ? ranges.Count : at;
        if (at < ranges.Count && ranges[at].First == end)
        {
            end = ranges[at].End;
            ranges.RemoveAt(at);
        }

        if (at > 0 && ranges[at - 1].End == first)
        {
            first = ranges[--at].First;
            ranges.RemoveAt(at);
        }

        ranges.Insert(at, (first, end));
    }

    public void Add(TraceRanges other) =>
        other.ranges.ForEach(range => Add(range.First, range.End - range.First));

    public void Clear() => ranges.Clear();

    internal void Write(BinaryWriter output)
    {
        output.Write(ranges.Count);
        foreach ((long first, long end) in ranges)
        {
            output.Write(first);
            output.Write(end - first);
        }
    }

    internal void Add(BinaryReader input)
    {
        for (int left = input.ReadInt32(); left > 0; left--)
        {
            Add(input.ReadInt64(), input.ReadInt64());
        }
    }
}
