// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Search;

/// <summary>Frames with consecutive numbers.</summary>
public readonly record struct FrameRun(int First, int Last)
{
    public int Count => Last - First + 1;

    public override string ToString() => First == Last ? $"f{First}" : $"f{First}-f{Last}";
}

/// <summary>A list of frames: its first runs, and how many runs are left out behind them.</summary>
public sealed record FrameRuns(IReadOnlyList<FrameRun> Shown, int More)
{
    /// <summary>The runs of a list of numbers, all of them.</summary>
    public static List<FrameRun> Joined(IEnumerable<int> numbers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        List<FrameRun> runs = [];
        foreach (int number in numbers)
        {
            if (runs.Count > 0 && runs[^1].Last + 1 == number)
            {
                runs[^1] = runs[^1] with { Last = number };
            }
            else
            {
                runs.Add(new FrameRun(number, number));
            }
        }

        return runs;
    }

    /// <summary><c>f0-f3,f7</c>, <c>f0,f2,f4,f6,f8,f10 and 3 runs more</c>.</summary>
    public override string ToString() =>
        string.Join(',', Shown) + (More > 0 ? $" and {More} runs more" : "");
}
