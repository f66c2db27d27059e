// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;

namespace Verification.Vmcheck;

/// <summary>How far a campaign is.</summary>
static class CheckPace
{
    /// <summary>While it hunts, and while it shrinks what it found.</summary>
    /// <param name="campaign">What is shown.</param>
    /// <param name="plan">When it ends.</param>
    /// <param name="overdue">What it waits for longer than usual; null for nothing.</param>
    public static Pace Of(Campaign campaign, CampaignPlan plan, string? overdue)
    {
        CampaignFigures figures = campaign.Progress();
        int broken = campaign.Laws.Count(law => figures.BrokenBy(law) > 0);
        if (campaign.IsOver && broken > 0)
        {
            return new Pace($"shrinking what breaks {Words.Of(broken, "law")}");
        }

        return new Pace("hunting")
        {
            Noun = "trace",
            Done = figures.Traces,
            All = plan.Traces,
            Limit = plan.Time,
            Beside = CheckText.Coverage(figures, campaign.Laws)
                + (broken > 0 ? $", {broken} broken" : "")
                + (overdue is null ? "" : $"; {overdue}"),
        };
    }
}
