// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;

namespace Verification.Museum;

/// <summary>
/// Hunts one exhibit as <c>check</c> hunts: its machines, eras, lengths and traces, on one thread.
/// The first trace that breaks a law named by the exhibit ends it; when it breaks several of them,
/// the one counts that leaves the shortest trace.
/// </summary>
public static class Hunt
{
    /// <summary>The hunt; what it finds is shrunk.</summary>
    public static HuntResult Run(Exhibit exhibit, Planting planting, HuntPlan bounds)
    {
        CampaignPlan plan = new() { Seed = bounds.Seed };
        Pursuit pursuit = new(planting, bounds, plan.Draw);
        HashSet<Law> seen = [];
        Law? law = pursuit.Next(broken =>
        {
            seen.UnionWith(broken.Select(static one => one.Law));
            return exhibit.Breaks.FirstOrDefault(seen.Contains);
        });
        HuntResult result = new()
        {
            Seed = bounds.Seed,
            Commands = pursuit.Commands,
            Time = pursuit.Time,
            Others = [.. seen.Except(exhibit.Breaks)],
        };
        return law is null ? result : result with
        {
            Finding = exhibit.Breaks.Where(seen.Contains)
                .Select(named => Finding.Of(plan, named, pursuit.Number, planting.Target))
                .MinBy(static finding => finding.Shrunk.Trace.Commands.Count),
        };
    }

    /// <summary>
    /// Commands until the laws of the exhibit are broken by traces drawn without thought; null when
    /// they are not within the bounds.
    /// </summary>
    public static long? Uniform(Exhibit exhibit, Planting planting, HuntPlan bounds)
    {
        CampaignPlan plan = new() { Seed = bounds.Seed };
        Pursuit pursuit = new(planting, bounds, number => UniformGenerator.Draw(plan, number));
        Law? law = pursuit.Next(broken => exhibit.Breaks.FirstOrDefault(
            named => broken.Any(one => one.Law == named)));
        return law is null ? null : pursuit.Commands;
    }

    /// <summary>
    /// Every law that catches the exhibit: what was broken is switched off and the hunt begun
    /// again, until nothing more is found within the bounds. In the order of the claim.
    /// </summary>
    public static IReadOnlyList<Law> Catching(Planting planting, HuntPlan bounds)
    {
        CampaignPlan plan = new() { Seed = bounds.Seed };
        HashSet<Law> caught = [];
        Law? last;
        do
        {
            // A trace whose events do not fit together ends there, whether that is news or not.
            IEnumerable<Law> left = Claim.All.Where(
                law => !caught.Contains(law) || law == FailureLaws.EventsFitTogether);
            last = new Pursuit(planting, bounds, plan.Draw, left).Next(broken =>
            {
                Law? news = broken.Select(static one => one.Law)
                    .FirstOrDefault(law => !caught.Contains(law));
                caught.UnionWith(broken.Select(static one => one.Law));
                return news;
            });
        }
        while (last is not null);

        return [.. caught.OrderBy(static law => law.Id)];
    }
}
