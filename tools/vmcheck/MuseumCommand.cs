// SPDX-License-Identifier: GPL-2.0-only
using System.CommandLine;
using System.CommandLine.Parsing;
using Verification.Museum;
using Command = System.CommandLine.Command;

namespace Verification.Vmcheck;

/// <summary>`museum`: plants known mistakes in the model, one at a time, and hunts each.</summary>
public static class MuseumCommand
{
    static readonly TimeSpan usualTime = TimeSpan.FromSeconds(5);
    static readonly TimeSpan fullTime = TimeSpan.FromSeconds(60);

    /// <summary>The verb with its options.</summary>
    public static Command Create()
    {
        Option<Exhibit?> exhibit = new("--exhibit")
        {
            Description = "The id of one exhibit, which is then shown in detail; all of them when "
                + "left out (docs/MUSEUM.md).",
            HelpName = "id",
            CustomParser = ParseExhibit,
        };
        Option<TimeSpan?> seconds = NumberOption.Seconds(
            "--seconds", "Processor time of a hunt; 5 when left out, 60 in the full form.");
        Option<ulong?> seed = NumberOption.Seed(
            "--seed", "What the traces are drawn from; 1 when left out.");
        Option<bool> full = new("--full")
        {
            Description = $"{TourPlan.FullSeeds} seeds, a uniform generator to compare with, and "
                + "every law that catches an exhibit: about 15 minutes. Prints docs/MUSEUM.md.",
        };
        Option<bool> json = new("--json")
        {
            Description = "Prints one JSON object instead of text.",
        };
        Command command = new(
            "museum",
            "Plants known mistakes in the model, one at a time, and hunts each as check would. "
            + "Ctrl-C prints what was done so far, and the exit code is 4 unless one was missed.")
        {
            exhibit,
            seconds,
            seed,
            full,
            json,
        };
        command.SetAction((parsed, cancel) => RunAsync(
            parsed.GetValue(exhibit),
            new()
            {
                Seed = parsed.GetValue(seed) ?? 1,
                Time = parsed.GetValue(seconds)
                    ?? (parsed.GetValue(full) ? fullTime : usualTime),
                IsFull = parsed.GetValue(full),
                Stop = cancel,
            },
            parsed.GetValue(json),
            parsed.InvocationConfiguration));
        return command;
    }

    static Exhibit? ParseExhibit(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        Exhibit? found = Collection.Find(text);
        if (found is null)
        {
            result.AddError($"--exhibit {text}: " + (Collection.NotYet.TryGetValue(
                text, out string? reason)
                ? $"not in the museum yet: {reason}"
                : $"not known; near it are {string.Join(", ", Collection.Near(text))}"));
        }

        return found;
    }

    static async Task<int> RunAsync(
        Exhibit? only, TourPlan plan, bool json, InvocationConfiguration console)
    {
        // One document on standard output; lines as they come are another.
        bool isPage = plan.IsFull && only is null;
        bool isDocument = json || isPage;
        TextWriter lines = isDocument ? console.Error : console.Output;
        IReadOnlyList<Exhibit> exhibits = only is null ? Collection.All : [only];
        await lines.WriteLineAsync(MuseumText.Header(exhibits.Count, plan));
        List<ExhibitResult> results = [];
        foreach (Exhibit exhibit in exhibits)
        {
            ExhibitResult result = await Task.Run(
                () => ExhibitResult.Of(exhibit, plan), CancellationToken.None);
            if (plan.Stop.IsCancellationRequested)
            {
                break;
            }

            results.Add(result);
            await lines.WriteLineAsync(MuseumText.Row(result));
        }

        Figures figures = FiguresOf(results, exhibits.Count, plan);
        if (isPage && !figures.Interrupted)
        {
            figures = await Task.Run(() => WithControl(figures, plan), CancellationToken.None);
        }

        await lines.WriteLineAsync(MuseumText.Summary(figures));
        if (json)
        {
            await console.Output.WriteLineAsync(MuseumJson.Print(figures));
        }
        else if (isPage && figures.Control is not null)
        {
            await console.Output.WriteLineAsync(MuseumDocument.Of(figures));
        }
        else if (only is not null && results.Count > 0)
        {
            await console.Output.WriteLineAsync(MuseumText.Detail(results[0]));
        }

        return (int)CodeOf(figures);
    }

    static Figures FiguresOf(List<ExhibitResult> results, int exhibits, TourPlan plan) => new()
    {
        // The one place that looks at a calendar: figures are kept with their day.
        Date = plan.IsFull ? $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd}" : null,
        Seed = plan.Seed,
        Seeds = plan.Seeds,
        SecondsEach = plan.Time.TotalSeconds,
        Interrupted = results.Count < exhibits,
        Exhibits = [.. results.Select(ExhibitFigures.Of)],
    };

    static Figures WithControl(Figures figures, TourPlan plan)
    {
        long longest = figures.Exhibits.Max(static one => one.Commands) ?? TourPlan.RareAbove;
        ControlFigures control = ControlFigures.Of(plan, TourPlan.ControlFactor * longest);
        return plan.Stop.IsCancellationRequested ? figures with { Interrupted = true }
            : figures with { Control = control };
    }

    static ExitCode CodeOf(Figures figures) =>
        figures.Missed.Count > 0 || figures.Control is { Broken.Count: > 0 } ? ExitCode.Violation
        : figures.Interrupted ? ExitCode.NothingChecked
        : ExitCode.Clean;
}
