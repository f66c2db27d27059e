// SPDX-License-Identifier: GPL-2.0-only
using System.Diagnostics;
using System.Globalization;
using Verification.Search;
using Verification.Vmcheck;

namespace Verification.Crashes;

/// <summary>Kills writers of one store, one after the other.</summary>
sealed class Killer(ulong seed, string hunt)
{
    /// <summary>Of a hundred, so many are killed at some moment of their start.</summary>
    const int EarlyOf100 = 10;

    const int StartMicroseconds = 150_000;
    const int WorkMicroseconds = 60_000;

    readonly string folder = Directory.CreateTempSubdirectory("vmcheck-crashes-").FullName;
    readonly List<string> lost = [];
    readonly SmallHunt known = SmallHunt.Read(hunt);
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
            System.Environment.ProcessPath!, [Writer.Verb, folder, hunt])
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
        lost.AddRange(told.Where(static line => line.StartsWith(
            Writer.TroubleWord, StringComparison.Ordinal)));
        foreach (string line in told)
        {
            if (line.StartsWith(Writer.CheckPointWord, StringComparison.Ordinal))
            {
                CheckPoints++;
                kept = long.Parse(
                    line[Writer.CheckPointWord.Length..], CultureInfo.InvariantCulture);
            }
            else if (line == Writer.EndWord)
            {
                kept = 0;
            }
        }

        using StringWriter trouble = new();
        using TraceStore store = new(folder, trouble);
        CheckPoint? point = Writer.Begun(store);
        long there = point?.Done.Count ?? 0;
        bool mayHaveEnded = kept == known.Points[^1].Done.Count;
        if (!mayHaveEnded && there < kept)
        {
            lost.Add($"a check point of {kept} traces: {there} are there");
        }

        if (there > 0 && !known.Points.Any(one => Bytes(one).AsSpan().SequenceEqual(Bytes(point!))))
        {
            lost.Add($"the check point of {there} traces is none of the hunt's");
        }

        kept = there;
    }

    static byte[] Bytes(CheckPoint point) => KeptPoint.Write("", point);

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
            string text = File.ReadAllText(file);
            if (!known.Findings.Any(one => StoredTrace.TextOf(one, file) == text))
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
