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

    /// <summary>One object on standard output, lines on standard error.</summary>
    public bool Json { get; init; }

    /// <summary>The tour, one exhibit after the other.</summary>
    /// <exception cref="VerbException">The kernel cannot be built.</exception>
    public async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        InvocationConfiguration console = parsed.InvocationConfiguration;
        TextWriter lines = Json ? console.Error : console.Output;
        IReadOnlyList<KernelExhibit> exhibits = Only is null ? KernelCollection.All : [Only];
        TimeSpan time = Time ?? usualTime;
        KernelSource source = kernel.Built(parsed, cancel);
        await lines.WriteLineAsync(
            KernelMuseumText.Header(source.Name, exhibits.Count, Seed, time));
        string words = $"--target {kernel.Typed(parsed)} --seed {Seed}";
        List<KernelExhibitResult> results = [];
        KernelControl? control;
        using (KernelTour tour = new(source, Seed, time))
        {
            control = await AskAsync(
                "the unchanged file", () => tour.Control(cancel), cancel);
            if (control is not null)
            {
                await lines.WriteLineAsync(KernelMuseumText.Control(control, $"check {words}"));
                await VisitAsync(exhibits, tour, control, results, lines, cancel);
            }
        }

        string again = $"museum {words} --seconds {time.TotalSeconds}";
        await lines.WriteLineAsync(KernelMuseumText.Summary(results, exhibits.Count, again));
        if (Json)
        {
            await console.Output.WriteLineAsync(
                Print(source, control, results, exhibits.Count, time));
        }
        else if (Only is not null && results.Count > 0)
        {
            await console.Output.WriteLineAsync(KernelMuseumText.Detail(results[0]));
        }

        return (int)CodeOf(control, results, exhibits.Count);
    }

    /// <summary>One after the other, until the tour is told to stop.</summary>
    static async Task VisitAsync(
        IReadOnlyList<KernelExhibit> exhibits, KernelTour tour, KernelControl control,
        List<KernelExhibitResult> results, TextWriter lines, CancellationToken cancel)
    {
        foreach (KernelExhibit exhibit in exhibits)
        {
            if (await AskAsync(
                $"exhibit {exhibit.Id}", () => tour.Visit(exhibit, control, cancel), cancel)
                is not { } result)
            {
                break;
            }

            results.Add(result);
            await lines.WriteLineAsync(KernelMuseumText.Row(result));
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
