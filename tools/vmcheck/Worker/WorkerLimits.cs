// SPDX-License-Identifier: GPL-2.0-only
using System.Collections.Concurrent;

namespace Verification.Vmcheck;

/// <summary>What a worker may use up before it is ended; all of a library share it.</summary>
public sealed class WorkerLimits
{
    /// <summary>A call of a real vmalloc takes microseconds.</summary>
    public static readonly TimeSpan UsualTime = TimeSpan.FromSeconds(10);

    static readonly TimeSpan least = TimeSpan.FromMilliseconds(300);

    /// <summary>What once took all its time is given one part in so many from then on.</summary>
    const int Part = 20;

    readonly ConcurrentDictionary<string, byte> hung = new(StringComparer.Ordinal);

    /// <summary>
    /// Without any progress, computing or asleep; waiting for a busy processor does not count.
    /// </summary>
    public TimeSpan Time { get; init; } = UsualTime;

    /// <summary>
    /// Bytes resident, the runtime's own hundred megabytes included. Address space is no measure:
    /// the runtime reserves hundreds of gigabytes of it.
    /// </summary>
    public long Memory { get; init; } = 1L << 30;

    /// <summary>Cells of a call of the fault matrix that may be deadly until it is given up.</summary>
    public int Deaths { get; init; } = 10;

    /// <summary>What comes near <see cref="Time"/>.</summary>
    internal OverdueCalls Overdue { get; } = new();

    /// <summary>
    /// How long this place may take: shrinking an endless loop would take for ever otherwise.
    /// </summary>
    internal TimeSpan TimeAt(string place)
    {
        if (place == DoingWords.Loading)
        {
            return UsualTime;
        }

        TimeSpan part = Time / Part;
        TimeSpan shorter = part > least ? part : least;
        return hung.ContainsKey(place) && shorter < Time ? shorter : Time;
    }

    internal void Remember(string place) => hung.TryAdd(place, 0);
}
