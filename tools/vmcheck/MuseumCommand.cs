// SPDX-License-Identifier: GPL-2.0-only
using System.CommandLine;
using System.CommandLine.Parsing;
using Verification.Museum;
using Verification.Search;
using Command = System.CommandLine.Command;

namespace Verification.Vmcheck;

/// <summary>`museum`: plants known mistakes in the model, one at a time, and hunts each.</summary>
public static class MuseumCommand
{
    static readonly TimeSpan usualTime = TimeSpan.FromSeconds(5);

    /// <summary>The verb with its options.</summary>
    public static Command Create()
    {
        Option<Exhibit?> exhibit = new("--exhibit")
        {
            Description = "The id of one exhibit; all when left out.",
            HelpName = "id",
            CustomParser = ParseExhibit,
        };
        Option<TimeSpan?> seconds = NumberOption.Seconds(
            "--seconds", "How long to hunt each exhibit, in processor time; 5 when left out.");
        Option<ulong?> seed = NumberOption.Seed(
            "--seed", "What the traces are drawn from; 1 when left out.");
        Command command = new("museum", "Plants known mistakes in the model and hunts each.")
        {
            exhibit,
            seconds,
            seed,
        };
        command.SetAction((parsed, cancel) => RunAsync(
            parsed.GetValue(exhibit) is { } one ? [one] : Collection.All,
            new()
            {
                Seed = parsed.GetValue(seed) ?? 1,
                Time = parsed.GetValue(seconds) ?? usualTime,
                Stop = cancel,
            },
            parsed.InvocationConfiguration));
        return command;
    }

    static Exhibit? ParseExhibit(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        Exhibit? found = Collection.Find(text);
        if (found is null)
        {
            result.AddError($"--exhibit {text}: not known");
        }

        return found;
    }

    static async Task<int> RunAsync(
        IReadOnlyList<Exhibit> exhibits, HuntPlan plan, InvocationConfiguration console)
    {
        bool missed = false;
        foreach (Exhibit exhibit in exhibits)
        {
            using Planting planting = Planting.Of(exhibit);
            HuntResult result = Hunt.Run(exhibit, plan, planting);
            missed |= result.Finding is null;
            if (exhibits.Count == 1 && result.Finding is { } finding)
            {
                await console.Output.WriteLineAsync(FailureReport.Of(finding.Failure));
            }

            string law = result.Finding?.Law.Name ?? "missed; broken was "
                + (result.Others.Count == 0 ? "nothing"
                    : string.Join(", ", result.Others.Select(static other => other.Name)));
            await console.Output.WriteLineAsync(
                $"{exhibit.Id,-6} {law}; {result.Commands:N0} commands, "
                + $"{result.Time.TotalSeconds:F2} s, trace of {result.Length}, "
                + $"shortest {exhibit.Shortest}: {exhibit.Title}");
        }

        return (int)(missed ? ExitCode.Violation : ExitCode.Clean);
    }
}
