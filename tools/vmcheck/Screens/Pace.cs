// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Vmcheck;

/// <summary>How far something is.</summary>
/// <param name="What">What is being done, in a few words.</param>
sealed record Pace(string What)
{
    /// <summary>What is counted, such as <c>trace</c>; empty when nothing is.</summary>
    public string Noun { get; init; } = "";

    public long Done { get; init; }

    /// <summary>How many there will be; null when that is not known.</summary>
    public long? All { get; init; }

    /// <summary>When it ends, counted from its beginning; null when that is not known.</summary>
    public TimeSpan? Limit { get; init; }

    /// <summary>What else is known by now; may be empty.</summary>
    public string Beside { get; init; } = "";

    /// <summary>One line.</summary>
    /// <param name="elapsed">Since the beginning.</param>
    public string Line(TimeSpan elapsed)
    {
        List<string> parts = [$"{What}{(Noun.Length == 0 ? "" : $": {Count(elapsed)}")}"];
        parts.Add(Time(elapsed));
        if (Left(elapsed) is { } left)
        {
            parts.Add($"{Time(left)} left");
        }

        return string.Join(", ", parts) + (Beside.Length == 0 ? "" : $"; {Beside}");
    }

    string Count(TimeSpan elapsed)
    {
        string count = All is { } all
            ? $"{Done:N0} of {Words.Of(all, Noun)}" : Words.Of(Done, Noun);
        return elapsed > TimeSpan.Zero && Done > 0
            ? $"{count} ({Rate(Done / elapsed.TotalSeconds)}/s)" : count;
    }

    TimeSpan? Left(TimeSpan elapsed) =>
        Limit is { } limit ? limit > elapsed ? limit - elapsed : TimeSpan.Zero
        : All is { } all && Done > 0 ? elapsed * ((double)Math.Max(all - Done, 0) / Done)
        : null;

    static string Rate(double each) => each < 10 ? $"{each:N1}" : $"{each:N0}";

    static string Time(TimeSpan time) =>
        time < TimeSpan.FromMinutes(2) ? $"{time.TotalSeconds:F0} s"
        : time < TimeSpan.FromHours(2) ? $"{(int)time.TotalMinutes} min {time.Seconds} s"
        : $"{(int)time.TotalHours} h {time.Minutes} min";
}
