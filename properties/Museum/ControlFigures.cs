// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum;

/// <summary>A hunt in the model without a mistake, planted as an exhibit is.</summary>
public sealed record ControlFigures
{
    /// <summary>Commands executed.</summary>
    public required long Commands { get; init; }

    /// <summary>Processor seconds.</summary>
    public required double Seconds { get; init; }

    /// <summary>Names of laws that were broken: there should be none.</summary>
    public required IReadOnlyList<string> Broken { get; init; }

    /// <summary>Hunts for any law at all, from a seed that no exhibit used.</summary>
    public static ControlFigures Of(TourPlan plan, long commands)
    {
        Exhibit nothing = new()
        {
            Id = "nothing",
            Title = "nothing is wrong",
            Source = "",
            Story = "",
            Plant = [],
            Breaks = [.. Claim.All.Where(static law => law.Mood == Mood.Always)],
            Shortest = 1,
        };
        using Planting planting = Planting.Of(nothing);
        HuntResult result = Hunt.Run(nothing, planting, new()
        {
            Seed = plan.Seed + (ulong)plan.Seeds,
            Commands = commands,
            Stop = plan.Stop,
        });
        return new()
        {
            Commands = result.Commands,
            Seconds = Math.Round(result.Time.TotalSeconds, 3),
            Broken = result.Finding is null ? [] : [result.Finding.Law.Name],
        };
    }
}
