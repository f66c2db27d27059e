// SPDX-License-Identifier: GPL-2.0-only
using Spectre.Console;
using Verification.Search;

namespace Verification.Vmcheck;

/// <summary>Shows a campaign while it runs: in place on a terminal, else line by line.</summary>
static class CheckProgress
{
    static readonly TimeSpan onTerminal = TimeSpan.FromMilliseconds(200);
    static readonly TimeSpan inFile = TimeSpan.FromSeconds(2);

    /// <summary>Ends when the hunt ends, however it does.</summary>
    /// <param name="campaign">What is shown.</param>
    /// <param name="overdue">What it waits for longer than usual; null for nothing.</param>
    /// <param name="hunt">Its end.</param>
    /// <param name="output">Where it is shown.</param>
    public static async Task ShowAsync(
        Campaign campaign, Func<string?> overdue, Task hunt, TextWriter output)
    {
        bool isTerminal = ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected;
        if (!isTerminal)
        {
            while (!await EndsWithin(hunt, inFile))
            {
                await output.WriteLineAsync(Line(campaign, overdue()));
            }

            return;
        }

        await AnsiConsole.Live(new Text("")).StartAsync(async live =>
        {
            while (!await EndsWithin(hunt, onTerminal))
            {
                live.UpdateTarget(new Text(Line(campaign, overdue())));
            }

            live.UpdateTarget(new Text(""));
        });
    }

    static async Task<bool> EndsWithin(Task hunt, TimeSpan time) =>
        await Task.WhenAny(hunt, Task.Delay(time)) == hunt;

    static string Line(Campaign campaign, string? overdue)
    {
        CampaignFigures figures = campaign.Progress();
        int broken = campaign.Laws.Count(law => figures.BrokenBy(law) > 0);
        return $"{figures.Time.TotalSeconds:F1} s  {figures.Traces:N0} traces  "
            + $"{figures.Commands:N0} commands ({figures.CommandsPerSecond:N0}/s)  "
            + $"{CheckText.Coverage(figures, campaign.Laws)}"
            + (broken > 0 ? $"  {broken} broken" : "")
            + (overdue is null ? "" : $"  {overdue}");
    }
}
