// SPDX-License-Identifier: GPL-2.0-only
using System.CommandLine;
using System.Text.Json;
using Verification.Museum;
using Verification.Targets;

namespace Verification.Vmcheck;

/// <summary>`museum --target kernel-source`: mistakes planted in a kernel's own code.</summary>
sealed class KernelMuseum(KernelOptions kernel)
{
    static readonly TimeSpan usualTime = TimeSpan.FromSeconds(20);

    /// <summary>The exhibit to be shown in detail; null: all of them.</summary>
    public KernelExhibit? Only { get; init; }

    public ulong Seed { get; init; } = 1;

    /// <summary>Of a hunt; null: enough for what is known to be found.</summary>
    public TimeSpan? Time { get; init; }

    /// <summary>The tour, one exhibit after the other.</summary>
    /// <exception cref="VerbException">The kernel cannot be built.</exception>
    public async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        Screen screen = Screen.Of(parsed);
        IReadOnlyList<KernelExhibit> exhibits = Only is null ? KernelCollection.All : [Only];
        TimeSpan time = Time ?? usualTime;
        KernelSource source = kernel.Built(parsed, cancel);
        await screen.Details.WriteLineAsync(
            KernelMuseumText.Header(source.Name, exhibits.Count, Seed, time));
        string words = $"--target {kernel.Typed(parsed)} --seed {Seed}";
        List<KernelExhibitResult> results = [];
        KernelControl? control;
        using (KernelTour tour = new(source, Seed, time))
        {
            using (screen.Show(static () => new("hunting in the unchanged file")))
            {
                control = await AskAsync(
                    "the unchanged file", () => tour.Control(cancel), cancel);
            }

            if (control is not null)
            {
                await (control.Broken.Count > 0 ? screen.Lines : screen.Details).WriteLineAsync(
                    KernelMuseumText.Control(control, $"check {words}"));
                await VisitAsync(exhibits, tour, control, results, screen, cancel);
            }
        }

        string again = $"museum {words} --seconds {time.TotalSeconds}";
        await screen.Lines.WriteLineAsync(KernelMuseumText.Summary(results, exhibits.Count, again));
        if (screen.IsJson)
        {
            await screen.Output.WriteLineAsync(
                Print(source, control, results, exhibits.Count, time));
        }
        else if (Only is not null && results.Count > 0)
        {
            await screen.Details.WriteLineAsync(KernelMuseumText.Detail(results[0]));
        }

        return (int)CodeOf(control, results, exhibits.Count);
    }

    /// <summary>One after the other, until the tour is told to stop.</summary>
    static async Task VisitAsync(
        IReadOnlyList<KernelExhibit> exhibits, KernelTour tour, KernelControl control,
        List<KernelExhibitResult> results, Screen screen, CancellationToken cancel)
    {
        string id = exhibits[0].Id;
        using Progress progress = screen.Show(() => new($"hunting {Volatile.Read(ref id)}")
        {
            Noun = "exhibit", Done = results.Count, All = exhibits.Count,
        });
        foreach (KernelExhibit exhibit in exhibits)
        {
            Volatile.Write(ref id, exhibit.Id);
            if (await AskAsync(
                $"exhibit {exhibit.Id}", () => tour.Visit(exhibit, control, cancel), cancel)
                is not { } result)
            {
                break;
            }

            results.Add(result);
            progress.Say(
                result.Finding is null ? screen.Lines : screen.Details,
                KernelMuseumText.Row(result));
        }
    }

    /// <summary>Null: the tour was told to stop.</summary>
    static async Task<T?> AskAsync<T>(string what, Func<T> ask, CancellationToken cancel)
        where T : class
    {
        try
        {
            T answer = await Task.Run(ask, CancellationToken.None);
            return cancel.IsCancellationRequested ? null : answer;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        catch (Exception failed) when (failed is KernelSourceException or CLibraryException)
        {
            throw new VerbException(ExitCode.TargetUnavailable, $"{what}: {failed.Message}");
        }
    }

    string Print(
        KernelSource source, KernelControl? control, List<KernelExhibitResult> results,
        int exhibits, TimeSpan time) =>
        JsonSerializer.Serialize(
            new
            {
                Kernel = source.Name,
                Seed,
                SecondsEach = time.TotalSeconds,
                Interrupted = results.Count < exhibits,
                Control = control?.ForJson(),
                Exhibits = results.Select(static result => result.ForJson()),
                Missed = results.Where(static result => result.IsMissed)
                    .Select(static result => result.Exhibit.Id),
                NotToldApart = results.Where(static result => result.NotToldApart.Count > 0)
                    .Select(static result => result.Exhibit.Id),
                Unfit = results.Where(static result => result.Unfit is not null)
                    .Select(static result => result.Exhibit.Id),
            },
            CheckJson.CamelCase);

    /// <summary>What was not planted, or not told apart, was not checked.</summary>
    static ExitCode CodeOf(
        KernelControl? control, List<KernelExhibitResult> results, int exhibits) =>
        control is { Broken.Count: > 0 } || results.Exists(static result => result.IsMissed)
            ? ExitCode.Violation
        : results.Count(static result => result.Finding is not null) < exhibits
            ? ExitCode.NothingChecked : ExitCode.Clean;
}
