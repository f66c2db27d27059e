// SPDX-License-Identifier: GPL-2.0-only
using System.Diagnostics;
using System.Text;
using Verification.BadInput;
using Verification.Search;
using Verification.Vmcheck;

namespace Verification.Properties;

/// <summary>
/// Spoilt texts, given to a reader one by one on a thread of its own. It has to answer each within
/// a second, with memory in proportion, and refuse with a place that is in the text.
/// </summary>
sealed class Ordeal(Reader reader)
{
    const int LongestMessage = 300;

    /// <summary>A second case of a slow one, and a third: the machine may have been busy.</summary>
    const int Attempts = 3;

    static readonly Mutator mutator = new([.. Reader.All.SelectMany(static one => one.Seeds)]);

    string current = "";
    long number;

    /// <summary>What one text may take.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>After this long in one text, the reader counts as hanging.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Bytes that may be allocated for a character, and for any text.</summary>
    public (long Each, long Any) Memory { get; init; } = (600, 1 << 20);

    /// <summary>Texts that were taken without a refusal.</summary>
    public int Taken { get; private set; }

    /// <summary>Texts that were refused.</summary>
    public int Refused { get; private set; }

    /// <summary>The longest that a text took, and the most bytes a character took.</summary>
    public (TimeSpan Time, double BytesEach) Worst { get; private set; }

    /// <summary>Runs so many cases; null when nothing was wrong, else what to tell.</summary>
    public string? Run(ulong seed, int cases)
    {
        string? told = null;
        Thread thread = new(() => told = Cases(seed, cases)) { IsBackground = true };
        thread.Start();
        while (true)
        {
            long before = Interlocked.Read(ref number);
            if (thread.Join(Patience))
            {
                return told;
            }

            if (Interlocked.Read(ref number) == before)
            {
                return Tell(seed, Volatile.Read(ref current), "does not end");
            }
        }
    }

    /// <summary>What is wrong with how the reader answers a text; null: nothing.</summary>
    public string? Problem(string text)
    {
        string? problem = null;
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            Stopwatch watch = Stopwatch.StartNew();
            problem = Answer(text);
            TimeSpan took = watch.Elapsed;
            if (took <= Limit)
            {
                Worst = (took > Worst.Time ? took : Worst.Time, Worst.BytesEach);
                return problem;
            }
        }

        return problem ?? $"takes more than {Limit.TotalSeconds} s";
    }

    string? Cases(ulong seed, int cases)
    {
        for (int index = 0; index < cases; index++)
        {
            ulong own = Prng.Derive(seed, (ulong)index);
            string text = mutator.Spoil(reader.Seeds[(int)(own % (ulong)reader.Seeds.Count)], own);
            Volatile.Write(ref current, text);
            Interlocked.Increment(ref number);
            if (Problem(text) is { } problem)
            {
                return Tell(seed, Smaller(text, problem), problem);
            }
        }

        return null;
    }

    string? Answer(string text)
    {
        try
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            List<Refusal> refusals = [.. reader.Read(text)];
            long bytes = GC.GetAllocatedBytesForCurrentThread() - before;
            (Taken, Refused) = refusals.Count == 0 ? (Taken + 1, Refused) : (Taken, Refused + 1);
            double each = (double)Math.Max(0, bytes - Memory.Any) / Math.Max(1, text.Length);
            Worst = (Worst.Time, Math.Max(each, Worst.BytesEach));
            List<int> lengths = LengthsOf(text);
            return each > Memory.Each ? $"allocates {bytes} bytes for {text.Length} characters"
                : refusals.Select(refusal => Wrong(refusal, lengths)).FirstOrDefault(
                    static wrong => wrong is not null);
        }
        catch (Exception thrown)
        {
            return $"throws {thrown.GetType().Name}: {thrown.Message} {thrown.StackTrace}";
        }
    }

    static string? Wrong(Refusal refusal, List<int> lengths)
    {
        string shown = VerbException.Printable(refusal.Message);
        return refusal.Line < 1 || refusal.Line > lengths.Count
                ? $"names line {refusal.Line} of {lengths.Count}: {shown}"
            : refusal.Column < 1 || refusal.Column > lengths[refusal.Line - 1] + 1
                ? $"names column {refusal.Column} of {lengths[refusal.Line - 1]}: {shown}"
            : shown.Length > LongestMessage ? $"says {shown.Length} characters: {shown[..80]}..."
            : shown.Any(static c => c != '\t' && char.IsControl(c))
                ? $"says what is no line: {shown}"
            : null;
    }

    static List<int> LengthsOf(string text)
    {
        List<int> lengths = [];
        foreach (Range line in text.AsSpan().Split('\n'))
        {
            lengths.Add(line.GetOffsetAndLength(text.Length).Length);
        }

        return lengths;
    }

    /// <summary>Without lines and stretches that the same kind of problem does not need.</summary>
    string Smaller(string text, string problem)
    {
        string kind = problem.Split(' ')[0];
        for (int piece = text.Length / 2; piece > 0; piece /= 2)
        {
            for (int at = 0; at + piece <= text.Length;)
            {
                string less = text.Remove(at, piece);
                if (Problem(less)?.StartsWith(kind, StringComparison.Ordinal) == true)
                {
                    text = less;
                }
                else
                {
                    at += piece;
                }
            }
        }

        return text;
    }

    string Tell(ulong seed, string text, string problem)
    {
        string folder = Path.Combine(Repository.Root, "artifacts", "bad-input", reader.Name);
        Directory.CreateDirectory(folder);
        string file = Path.Combine(folder, $"{seed}-{number - 1}.txt");
        // Halves of surrogate pairs have no bytes: they are replaced, as a decoder would.
        File.WriteAllBytes(file, Encoding.UTF8.GetBytes(text));
        return $"case {number - 1} of seed {seed}: the reader of {reader.Name} {problem}\n"
            + $"kept as {file}; again: {CommandLine.Of(reader.Replay(file))}";
    }
}
