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
        List<KernelExhibitResult> results = [];
        using (KernelTour tour = new(source, Seed, time))
        {
            foreach (KernelExhibit exhibit in exhibits)
            {
                if (await VisitAsync(tour, exhibit, cancel) is not { } result)
                {
                    break;
                }

                results.Add(result);
                await lines.WriteLineAsync(KernelMuseumText.Row(result));
            }
        }

        string again = "dotnet run -c Release --project tools/vmcheck -- museum --target "
            + $"{kernel.Typed(parsed)} --seed {Seed} --seconds {time.TotalSeconds}";
        await lines.WriteLineAsync(KernelMuseumText.Summary(results, exhibits.Count, again));
        if (Json)
        {
            await console.Output.WriteLineAsync(Print(source, results, exhibits.Count, time));
        }
        else if (Only is not null && results.Count > 0)
        {
            await console.Output.WriteLineAsync(KernelMuseumText.Detail(results[0]));
        }

        return (int)CodeOf(results, exhibits.Count);
    }

    /// <summary>Null: the tour was told to stop.</summary>
    static async Task<KernelExhibitResult?> VisitAsync(
        KernelTour tour, KernelExhibit exhibit, CancellationToken cancel)
    {
        try
        {
            KernelExhibitResult result = await Task.Run(
                () => tour.Visit(exhibit, cancel), CancellationToken.None);
            return cancel.IsCancellationRequested ? null : result;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        catch (KernelSourceException failed)
        {
            throw new VerbException(
                ExitCode.TargetUnavailable, $"exhibit {exhibit.Id}: {failed.Message}");
        }
        catch (CLibraryException failed)
        {
            throw new VerbException(
                ExitCode.TargetUnavailable, $"exhibit {exhibit.Id}: {failed.Message}");
        }
    }

    string Print(
        KernelSource source, List<KernelExhibitResult> results, int exhibits, TimeSpan time) =>
        JsonSerializer.Serialize(
            new
            {
                Kernel = source.Name,
                Seed,
                SecondsEach = time.TotalSeconds,
                Interrupted = results.Count < exhibits,
                Exhibits = results.Select(static result => result.ForJson()),
                Missed = results.Where(static result => result.IsMissed)
                    .Select(static result => result.Exhibit.Id),
                Unfit = results.Where(static result => result.Unfit is not null)
                    .Select(static result => result.Exhibit.Id),
            },
            CheckJson.CamelCase);

    /// <summary>What was not planted was not checked.</summary>
    static ExitCode CodeOf(List<KernelExhibitResult> results, int exhibits) =>
        results.Exists(static result => result.IsMissed) ? ExitCode.Violation
        : results.Count(static result => result.Finding is not null) < exhibits
            ? ExitCode.NothingChecked : ExitCode.Clean;
}
