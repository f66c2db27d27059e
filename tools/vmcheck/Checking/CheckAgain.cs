// SPDX-License-Identifier: GPL-2.0-only
using System.Text;
using Verification.Search;
using Verification.Spec;

namespace Verification.Vmcheck;

/// <summary>The command line that repeats a campaign, whatever ended it.</summary>
static class CheckAgain
{
    /// <summary>Finds at least what was found.</summary>
    public static string Command(CampaignReport report)
    {
        CampaignPlan plan = report.Plan;
        long traces = report.Findings
            .Select(static finding => finding.Number + 1 ?? 0)
            .Append(report.Figures.Traces)
            .Append(1)
            .Max();
        StringBuilder line = new(CommandLine.Of("check"));
        line.Append(FailureReport.TargetOption(plan.Target));
        line.Append($" --seed {plan.Seed} --traces {plan.Traces ?? traces} --length {plan.Length}");
        if (plan.Machines.Count == 1)
        {
            line.Append($" --machine {plan.Machines[0].Name}");
        }

        if (plan.Eras.Count == 1 && plan.Target == CampaignPlan.Model)
        {
            line.Append($" --era {Words.Of(plan.Eras[0])}");
        }

        return line.Append(plan.Mode == DefectMode.Faithful ? " --faithful" : "").ToString();
    }
}
