// SPDX-License-Identifier: GPL-2.0-only
using Verification.Museum;
using Verification.Search;
using Verification.Spec;

namespace Verification.Vmcheck;

/// <summary>What a tour saw of one exhibit in a kernel.</summary>
sealed record KernelExhibitResult
{
    public required KernelExhibit Exhibit { get; init; }

    /// <summary>Why it cannot be planted in this kernel; null: it was.</summary>
    public string? Unfit { get; init; }

    /// <summary>The broken law that the exhibit names, with its trace; null: missed.</summary>
    public Finding? Finding { get; init; }

    /// <summary>Why a trace could not be judged; null: all of them could.</summary>
    public string? Undecided { get; init; }

    /// <summary>Broken laws that the exhibit does not name.</summary>
    public IReadOnlyList<Law> Others { get; init; } = [];

    /// <summary>
    /// Laws that the exhibit names and that are broken, but are in the unchanged file too; empty
    /// when another one was found.
    /// </summary>
    public IReadOnlyList<Law> NotToldApart { get; init; } = [];

    /// <summary>Commands executed, of all hunts.</summary>
    public long Commands { get; init; }

    /// <summary>How long all hunts took, without building and shrinking.</summary>
    public TimeSpan Time { get; init; }

    /// <summary>It was planted, and no law that it names is broken.</summary>
    public bool IsMissed => Unfit is null && Finding is null && NotToldApart.Count == 0;

    /// <summary>With what one more hunt saw.</summary>
    public KernelExhibitResult After(CampaignReport report, KernelControl control)
    {
        Finding? found = report.Findings
            .Where(one => Exhibit.Breaks.Contains(one.Law) && !control.Breaks(one.Law))
            .MinBy(static one => one.Shrunk.Trace.Commands.Count);
        Law[] broken = [.. report.Findings.Select(static one => one.Law).Distinct()];
        return this with
        {
            Commands = Commands + report.Figures.Commands,
            Time = Time + report.Figures.Time,
            Others = [.. broken.Except(Exhibit.Breaks)],
            Finding = found,
            NotToldApart = found is null ? [.. broken.Where(Exhibit.Breaks.Contains)] : [],
        };
    }

    /// <summary>What is printed as an object.</summary>
    public object ForJson() => new
    {
        Exhibit.Id,
        Exhibit.Title,
        Found = Finding is not null,
        Law = Finding?.Law.Name,
        Commands,
        TraceLength = Finding?.Shrunk.Trace.Commands.Count,
        Seconds = Math.Round(Time.TotalSeconds, 3),
        Others = Others.Select(static law => law.Name),
        NotToldApart = NotToldApart.Select(static law => law.Name),
        Undecided,
        Unfit,
    };
}
