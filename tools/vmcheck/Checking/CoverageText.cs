// SPDX-License-Identifier: GPL-2.0-only
using Spectre.Console;
using Verification.Search;
using Verification.Spec;

namespace Verification.Vmcheck;

/// <summary>What a campaign went through, in vmalloc's own terms.</summary>
static class CoverageText
{
    /// <summary>A row for each dimension, its values with how often each was seen.</summary>
    public static Table Table(CampaignReport report)
    {
        Table table = new Table().Border(TableBorder.Simple)
            .AddColumn(new TableColumn("coverage").NoWrap())
            .AddColumn("times seen");
        Coverage sum = Sum(report);
        foreach (Dimension dimension in sum.Terms.All)
        {
            table.AddRow(dimension.Name, string.Join(" · ", dimension.Values.Select(
                (value, index) => $"{value} {Times(dimension.Of(index))}")));
        }

        if (sum.Transitions.Count > 0)
        {
            table.AddRow("life of an area", string.Join(" · ", sum.Transitions.Select(
                static pair => $"{pair.Key} {Times(pair.Value)}")));
        }

        foreach (Era era in report.Plan.Eras)
        {
            table.AddRow($"traces, {Words.Of(era)}", string.Join(" · ", report.Plan.Machines.Select(
                machine => $"{machine.Name} "
                    + Times(report.Figures.CoverageOf(era).TracesOn(machine)))));
        }

        return table;
    }

    /// <summary>How many situations were seen, and how many are still to be expected.</summary>
    public static string States(AbstractStates states) =>
        $"{states.Seen:N0} abstract states seen; by Good-Turing, 100,000 more commands would show "
        + $"{states.ExpectedNew(100_000):N0} new ones";

    /// <summary>Of all eras together.</summary>
    public static Coverage Sum(CampaignReport report)
    {
        Coverage sum = new();
        foreach (Era era in report.Plan.Eras)
        {
            sum.Add(report.Figures.CoverageOf(era));
        }

        return sum;
    }

    static string Times(long times) => times == 0 ? "never" : $"{times:N0}";
}
