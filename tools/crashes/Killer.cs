// SPDX-License-Identifier: GPL-2.0-only
using System.Diagnostics;
using System.Globalization;
using Verification.Search;
using Verification.Vmcheck;

namespace Verification.Crashes;

/// <summary>Kills writers of one store, one after the other.</summary>
sealed class Killer(ulong seed)
{
    /// <summary>Of a hundred, so many are killed at some moment of their start.</summary>
    const int EarlyOf100 = 10;

    const int StartMicroseconds = 150_000;
    const int WorkMicroseconds = 20_000;

    readonly string folder = Directory.CreateTempSubdirectory("vmcheck-crashes-").FullName;
    readonly List<string> lost = [];
    Prng random = new(seed);
    long kept;

    /// <summary>Sentences, one for each result that is not there.</summary>
    public IReadOnlyList<string> Lost => lost;

    /// <summary>Writers that were killed before they told anything.</summary>
    public int Early { get; private set; }

    /// <summary>Check points that were told to be kept.</summary>
    public long CheckPoints { get; private set; }

    /// <summary>Traces that were told to be kept.</summary>
    public long Traces { get; private set; }

    public async Task RunAsync(int kills)
    {
        for (int kill = 0; kill < kills; kill++)
        {
            string[] told = await Kill();
            Early += told.Length == 0 ? 1 : 0;
            LookForCheckPoint(told);
            LookForTraces(told);
        }

        Directory.Delete(folder, recursive: true);
    }

    /// <summary>The lines of a writer that was killed.</summary>
    async Task<string[]> Kill()
    {
        bool isEarly = random.Percent(EarlyOf100);
        int wait = random.Below(isEarly ? StartMicroseconds : WorkMicroseconds);
        using Process writer = Process.Start(new ProcessStartInfo(
            System.Environment.ProcessPath!, [Writer.Verb, folder])
        {
            UseShellExecute = false, RedirectStandardOutput = true,
        })!;
        string first = isEarly ? "" : await writer.StandardOutput.ReadLineAsync() ?? "";
        long since = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(since).TotalMicroseconds < wait)
        {
            // A timer would come at moments of its own.
        }

        writer.Kill();
        string rest = await writer.StandardOutput.ReadToEndAsync();
        await writer.WaitForExitAsync();

        // The last line may be torn: what it tells of is not acknowledged.
        string[] lines = [.. rest.Split('\n').SkipLast(1)];
        return first.Length == 0 ? lines : [first, .. lines];
    }

    void LookForCheckPoint(string[] told)
    {
        string[] points = [.. told.Where(static line => line.StartsWith(
            Writer.CheckPointWord, StringComparison.Ordinal))];
        CheckPoints += points.Length;
        if (points.Length > 0)
        {
            kept = long.Parse(
                points[^1][Writer.CheckPointWord.Length..], CultureInfo.InvariantCulture);
        }

        using CampaignBook book = new(folder);
        (_, CheckPoint point) = Writer.Begun(book);
        if (point.Done.Count < kept || point.Done.Count != point.Done.End)
        {
            lost.Add($"a check point of {kept} traces: {point.Done.Count} are there");
        }

        kept = point.Done.Count;
    }

    void LookForTraces(string[] told)
    {
        string[] files = [.. told.Where(static line => line.StartsWith(
            Writer.TraceWord, StringComparison.Ordinal))
            .Select(static line => line[Writer.TraceWord.Length..])];
        Traces += files.Length;
        lost.AddRange(files.Where(static file => !File.Exists(file))
            .Select(static file => $"{file} is not there"));
        foreach (string file in Directory.GetFiles(folder, "*.trace"))
        {
            if (File.ReadAllText(file) != Writer.Text)
            {
                lost.Add($"{file} is there in part");
            }

            File.Delete(file);
        }

        WholeFile.Sweep(folder);
        lost.AddRange(Directory.GetFiles(folder, "*.unfinished")
            .Select(static file => $"{file} was left behind"));
    }
}
