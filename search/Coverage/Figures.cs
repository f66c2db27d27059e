// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Search;

/// <summary>Counts on their way between two processes of one build.</summary>
static class Figures
{
    public static void Write(BinaryWriter output, long[] counts)
    {
        foreach (long count in counts)
        {
            output.Write7BitEncodedInt64(count);
        }
    }

    public static void Add(BinaryReader input, long[] sums)
    {
        for (int i = 0; i < sums.Length; i++)
        {
            sums[i] += input.Read7BitEncodedInt64();
        }
    }

    public static void Write(BinaryWriter output, IReadOnlyDictionary<string, long> counts)
    {
        output.Write(counts.Count);
        foreach ((string name, long count) in counts)
        {
            output.Write(name);
            output.Write7BitEncodedInt64(count);
        }
    }

    public static void Add(BinaryReader input, IDictionary<string, long> sums)
    {
        for (int left = input.ReadInt32(); left > 0; left--)
        {
            string name = input.ReadString();
            sums[name] = (sums.TryGetValue(name, out long before) ? before : 0)
                + input.Read7BitEncodedInt64();
        }
    }
}
