// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>
/// What a campaign did so far. A trace that breaks a law is run again without it; those commands
/// and checks count too.
/// </summary>
public sealed class CampaignFigures
{
    readonly long[] checks = new long[Claim.All.Count];
    readonly long[] broken = new long[Claim.All.Count];
    readonly Coverage[] coverage = [.. Enum.GetValues<Era>().Select(static _ => new Coverage())];

    public long Traces { get; internal set; }

    /// <summary>Commands executed and judged.</summary>
    public long Commands { get; private set; }

    /// <summary>Commands passed over because a result they use did not exist.</summary>
    public long Skipped { get; private set; }

    /// <summary>Commands not made: their caller would have broken an unchecked duty.</summary>
    public long Refused { get; private set; }

    /// <summary>Since the campaign began; shrinking is not included.</summary>
    public TimeSpan Time { get; internal set; }

    public double CommandsPerSecond => Time > TimeSpan.Zero ? Commands / Time.TotalSeconds : 0;

    /// <summary>How often the law had something to judge, or the situation was seen.</summary>
    public long ChecksOf(Law law) => checks[law.Id];

    /// <summary>Traces that broke the law.</summary>
    public long BrokenBy(Law law) => broken[law.Id];

    /// <summary>Which calls were made of a target of this era, with which results.</summary>
    public Coverage CoverageOf(Era era) => coverage[(int)era];

    /// <summary>True as soon as one law judged one subject.</summary>
    public bool HasChecked => Claim.All.Any(law => law.Mood == Mood.Always && checks[law.Id] > 0);

    internal void Add(Checker checker)
    {
        Commands += checker.Executed;
        Skipped += checker.Skipped;
        Refused += checker.Refused;
        Add(checks, checker.Checks);
    }

    /// <summary>Adds all but the time.</summary>
    public void Add(CampaignFigures other)
    {
        Traces += other.Traces;
        Commands += other.Commands;
        Skipped += other.Skipped;
        Refused += other.Refused;
        Add(checks, other.checks);
        Add(broken, other.broken);
        for (int era = 0; era < coverage.Length; era++)
        {
            coverage[era].Add(other.coverage[era]);
        }
    }

    /// <summary>Writes everything but the time.</summary>
    public void Write(BinaryWriter output)
    {
        Figures.Write(output, [Traces, Commands, Skipped, Refused]);
        Figures.Write(output, checks);
        Figures.Write(output, broken);
        Array.ForEach(coverage, era => era.Write(output));
    }

    /// <summary>Adds what another process wrote.</summary>
    public void Add(BinaryReader input)
    {
        long[] sums = [Traces, Commands, Skipped, Refused];
        Figures.Add(input, sums);
        (Traces, Commands, Skipped, Refused) = (sums[0], sums[1], sums[2], sums[3]);
        Figures.Add(input, checks);
        Figures.Add(input, broken);
        Array.ForEach(coverage, era => era.Add(input));
    }

    public void CountBroken(Law law) => broken[law.Id]++;

    static void Add(long[] sums, IReadOnlyList<long> more)
    {
        for (int i = 0; i < sums.Length; i++)
        {
            sums[i] += more[i];
        }
    }
}
