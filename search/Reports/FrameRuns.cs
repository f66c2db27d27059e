// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Search;

/// <summary>Frames with consecutive numbers.</summary>
public readonly record struct FrameRun(int First, int Last)
{
    public int Count => Last - First + 1;

    public IEnumerable<int> Numbers => Enumerable.Range(First, Count);

    public override string ToString() => First == Last ? $"f{First}" : $"f{First}-f{Last}";
}

/// <summary>A list of frames, all of them.</summary>
/// <param name="All">In the order of the list.</param>
public sealed record FrameRuns(IReadOnlyList<FrameRun> All)
{
    /// <summary>The numbers one by one.</summary>
    public IEnumerable<int> Numbers => All.SelectMany(static run => run.Numbers);

    /// <summary>Numbers that follow one another are joined.</summary>
    public static FrameRuns Joined(IEnumerable<int> numbers)
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

        return new FrameRuns(runs);
    }

    /// <summary>For a reader: so many runs, <c>f0,f2,f4 and 3 more</c>.</summary>
    public string Shortened(int runs) =>
        string.Join(',', All.Take(runs))
        + (All.Count > runs ? $" and {All.Count - runs} more" : "");

    /// <summary><c>f0-f3,f7</c>.</summary>
    public override string ToString() => string.Join(',', All);
}
