// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Search;

/// <summary>
/// One thing that varies from step to step, and how often each of its values was seen.
/// </summary>
public sealed class Dimension
{
    readonly long[] counts;

    readonly int expected;

    /// <param name="name">A few words.</param>
    /// <param name="values">What a run should see.</param>
    /// <param name="optional">What it may see or not: nobody misses it.</param>
    internal Dimension(string name, IEnumerable<string> values, params string[] optional)
    {
        Name = name;
        string[] must = [.. values];
        expected = must.Length;
        Values = [.. must, .. optional];
        counts = new long[Values.Count];
    }

    /// <summary>A few words: "fit", "purge".</summary>
    public string Name { get; }

    /// <summary>A few words for each value.</summary>
    public IReadOnlyList<string> Values { get; }

    /// <summary>How often a value was seen, by its place in <see cref="Values"/>.</summary>
    public long Of(int value) => counts[value];

    /// <summary>
    /// Values that a run should see and saw fewer times than asked, as "fit: fills its hole".
    /// </summary>
    public IEnumerable<string> Below(long times) => Values.Take(expected)
        .Where((_, value) => counts[value] < times)
        .Select(value => $"{Name}: {value}");

    internal void Count(int value) => counts[value]++;

    internal void Write(BinaryWriter output) => Figures.Write(output, counts);

    internal void Add(BinaryReader input) => Figures.Add(input, counts);

    internal void Add(Dimension other)
    {
        for (int i = 0; i < counts.Length; i++)
        {
            counts[i] += other.counts[i];
        }
    }
}
