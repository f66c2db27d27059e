// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Search;

/// <summary>Hands out the traces that are left of a campaign, each once; to any thread.</summary>
sealed class Shares
{
    readonly Lock mine = new();
    readonly Queue<(long First, long End)> gaps;
    readonly long end;
    long next;

    /// <param name="done">What is not to be tried again.</param>
    /// <param name="traces">How many there are; null: no end.</param>
    public Shares(TraceRanges done, long? traces)
    {
        gaps = new(done.Gaps);
        next = done.End;
        end = traces ?? long.MaxValue;
    }

    /// <summary>The next traces in a row, at most so many; none are left when it is none.</summary>
    public (long First, long Count) Take(long most)
    {
        lock (mine)
        {
            if (!gaps.TryPeek(out (long First, long End) gap))
            {
                long count = Math.Min(end - next, most);
                next += count;
                return (next - count, count);
            }

            gaps.Dequeue();
            long taken = Math.Min(gap.End - gap.First, most);
            if (gap.First + taken < gap.End)
            {
                gaps.Enqueue((gap.First + taken, gap.End));
            }

            return (gap.First, taken);
        }
    }
}
