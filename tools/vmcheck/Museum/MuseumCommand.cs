// SPDX-License-Identifier: GPL-2.0-only
using Verification.Museum;

namespace Verification.Vmcheck;

/// <summary>`museum`: plants known mistakes, one at a time, and hunts each.</summary>
static class MuseumCommand
{
    /// <summary>The verb with its options.</summary>
    public static Verb Create()
    {
        MuseumOptions options = new();
        Verb command = new(
            "museum",
            "Plants known mistakes, one at a time, and hunts each as check would. "
            + "Ctrl-C prints what was done so far, and the exit code is 4 unless one was missed.",
            [
                (ExitCode.Clean, "every mistake was found"),
                (ExitCode.Violation, "one was missed, or the code without any breaks a law"),
                (ExitCode.TargetUnavailable, "the kernel is not there, or cannot be built"),
                (ExitCode.NothingChecked, "it was interrupted, or some could not be planted"),
            ],
            new Example(
                "museum --exhibit M14",
                "one mistake in the model, its story and its trace"),
            new Example(
                "museum --exhibit M14 --seed 3 --json",
                "the same from another seed, for a program"),
            new Example(
                "museum --target kernel-source --exhibit K01",
                "a mistake in the code of Linux 6.1",
                Needs: Needs.KernelSource));
        options.AddTo(command);
        command.TellsWhenStopped = true;
        command.SetAction((parsed, cancel) => options.IsOfKernel(parsed)
            ? options.OfKernel(parsed).RunAsync(parsed, cancel)
            : RunAsync(
                options.Only(parsed), options.Plan(parsed, cancel), Screen.Of(parsed)));
        return command;
    }

    static async Task<int> RunAsync(
        Exhibit? only, TourPlan plan, Screen screen)
    {
        bool isPage = plan.IsFull && only is null;
        screen = screen with { IsDocument = screen.IsDocument || isPage };
        IReadOnlyList<Exhibit> exhibits = only is null ? Collection.All : [only];
        await screen.Details.WriteLineAsync(MuseumText.Header(exhibits.Count, plan));
        List<ExhibitResult> results = await VisitAsync(exhibits, plan, screen);
        Figures figures = FiguresOf(results, exhibits.Count, plan);
        if (isPage && !figures.Interrupted)
        {
            using Progress progress = screen.Show(static () => new("hunting in the model as it is"));
            figures = await Task.Run(() => WithControl(figures, plan), CancellationToken.None);
        }

        await screen.Lines.WriteLineAsync(MuseumText.Summary(figures));
        if (screen.IsJson)
        {
            await screen.Output.WriteLineAsync(MuseumJson.Print(figures));
        }
        else if (isPage && figures.Control is not null)
        {
            await screen.Output.WriteLineAsync(MuseumDocument.Of(figures));
        }
        else if (only is not null && results.Count > 0)
        {
            await screen.Details.WriteLineAsync(MuseumText.Detail(results[0]));
        }

        return (int)CodeOf(figures);
    }

    /// <summary>One after the other, until the plan is told to stop.</summary>
    static async Task<List<ExhibitResult>> VisitAsync(
        IReadOnlyList<Exhibit> exhibits, TourPlan plan, Screen screen)
    {
        List<ExhibitResult> results = [];
        string id = exhibits[0].Id;
        using Progress progress = screen.Show(() => new($"hunting {Volatile.Read(ref id)}")
        {
            Noun = "exhibit", Done = results.Count, All = exhibits.Count,
        });
        foreach (Exhibit exhibit in exhibits)
        {
            Volatile.Write(ref id, exhibit.Id);
            ExhibitResult result = await Task.Run(
                () => ExhibitResult.Of(exhibit, plan), CancellationToken.None);
            if (plan.Stop.IsCancellationRequested)
            {
                break;
            }

            results.Add(result);
            bool isMissed = result.Hunts.All(static hunt => hunt.Finding is null);
            progress.Say(isMissed ? screen.Lines : screen.Details, MuseumText.Row(result));
        }

        return results;
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
