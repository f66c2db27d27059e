// SPDX-License-Identifier: GPL-2.0-only
using System.Diagnostics;
using System.Globalization;

namespace Verification.Vmcheck;

/// <summary>
/// How long a process has been at one thing: the time it computed, and the time it slept. While it
/// waits for a processor that others use, the clock stands still.
/// </summary>
sealed class WorkerClock(int process)
{
    /// <summary>USER_HZ.</summary>
    const double TicksPerSecond = 100;

    TimeSpan computed;
    long looked;

    /// <summary>Up to the last look.</summary>
    public TimeSpan Elapsed { get; private set; }

    /// <summary>Something else has begun.</summary>
    public void Restart() => Elapsed = TimeSpan.Zero;

    /// <summary>Adds what passed since the last look.</summary>
    public void Look()
    {
        (bool isReady, TimeSpan sum) = Read();
        TimeSpan passed = looked == 0 ? TimeSpan.Zero : Stopwatch.GetElapsedTime(looked);
        Elapsed += isReady ? sum - computed : passed;
        looked = Stopwatch.GetTimestamp();
        computed = sum;
    }

    /// <summary>
    /// Whether the main thread runs or wants to, and what all threads have computed; of a process
    /// that is gone it sleeps, and computes no more.
    /// </summary>
    (bool IsReady, TimeSpan Computed) Read()
    {
        string stat;
        try
        {
            stat = File.ReadAllText($"/proc/{process}/stat");
        }
        catch (IOException)
        {
            return (false, computed);
        }

        // The second word is a name in brackets, which may hold anything.
        string[] words = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        double ticks = double.Parse(words[11], CultureInfo.InvariantCulture)
            + double.Parse(words[12], CultureInfo.InvariantCulture);
        return (words[0] == "R", TimeSpan.FromSeconds(ticks / TicksPerSecond));
    }
}
