// SPDX-License-Identifier: GPL-2.0-only
using System.Collections.Concurrent;

namespace Verification.Vmcheck;

/// <summary>Calls that workers of a library are in for some seconds, while they are.</summary>
sealed class OverdueCalls
{
    /// <summary>Nobody wonders before.</summary>
    static readonly TimeSpan some = TimeSpan.FromSeconds(2);

    readonly ConcurrentDictionary<WorkerProcess, (string Place, TimeSpan Since)> calls = new();

    /// <summary>"vfree has not returned for 4 s", of the longest; null when there is none.</summary>
    public string? Longest => calls.Values.OrderByDescending(static call => call.Since)
        .Select(static call => $"{call.Place} has not returned for {call.Since.TotalSeconds:0} s")
        .FirstOrDefault();

    /// <summary>A worker is at the same place for so long.</summary>
    public void Tell(WorkerProcess worker, string place, TimeSpan since)
    {
        if (since < some)
        {
            Forget(worker);
        }
        else
        {
            calls[worker] = (place, since);
        }
    }

    /// <summary>A worker is at nothing any more.</summary>
    public void Forget(WorkerProcess worker) => calls.TryRemove(worker, out _);
}
