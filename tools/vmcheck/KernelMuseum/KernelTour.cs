// SPDX-License-Identifier: GPL-2.0-only
using Verification.Museum;
using Verification.Search;
using Verification.Spec;
using Verification.Targets;
using Finding = Verification.Search.Finding;

namespace Verification.Vmcheck;

/// <summary>
/// Plants exhibits in copies of a kernel's mm/vmalloc.c, one at a time, and hunts each as
/// <c>check</c> would. What is built lies in a folder of its own, and goes with the tour.
/// </summary>
sealed class KernelTour(KernelSource source, ulong seed, TimeSpan time) : IDisposable
{
    /// <summary>
    /// Traces of the first hunt; what finds nothing is followed by a longer one, up to the last.
    /// A long hunt breaks many laws, and shrinks a trace for each.
    /// </summary>
    const int FirstTraces = 8;

    const int Growth = 4;
    const int Hunts = 8;

    readonly string text = File.ReadAllText(source.Vmalloc);
    readonly string folder = Directory.CreateTempSubdirectory("vmcheck-museum-").FullName;

    /// <summary>Builds the kernel with an exhibit in it, and hunts.</summary>
    /// <exception cref="KernelSourceException">What was planted cannot be built.</exception>
    public KernelExhibitResult Visit(KernelExhibit exhibit, CancellationToken stop)
    {
        string planted;
        try
        {
            planted = exhibit.PlantedIn(text);
        }
        catch (PlantingException unfit)
        {
            return new KernelExhibitResult { Exhibit = exhibit, Unfit = unfit.Message };
        }

        string library = Path.Combine(folder, $"{exhibit.Id}.so");
        source.BuildChanged(planted, library, stop);
        using WorkerLibrary worker = new(library, new WorkerLimits(), stop);
        using CheckedTarget target = new(ShellWord.Of($"c:{library}"), worker);
        try
        {
            return Hunt(exhibit, target, stop);
        }
        catch (Exception undecided) when (undecided is InvalidOperationException
            or AggregateException)
        {
            // One trace, two verdicts: what was planted outlives a reset. The tour goes on.
            return new KernelExhibitResult { Exhibit = exhibit, Undecided = undecided.Message };
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(folder, recursive: true);

    KernelExhibitResult Hunt(KernelExhibit exhibit, CheckedTarget target, CancellationToken stop)
    {
        KernelExhibitResult result = new() { Exhibit = exhibit };
        for (int hunt = 0, traces = FirstTraces; hunt < Hunts; hunt++, traces *= Growth)
        {
            CampaignPlan plan = PlanFor(target, traces);
            CampaignReport report =
                new Campaign(plan, target.Fresh, target.Hunters(plan, stop)).Run(stop);
            Finding[] named =
            [
                .. report.Findings.Where(finding => exhibit.Breaks.Contains(finding.Law)),
            ];
            result = result with
            {
                Commands = result.Commands + report.Figures.Commands,
                Time = result.Time + report.Figures.Time,
                Others = [.. report.Findings.Select(static one => one.Law).Except(exhibit.Breaks)],
                Finding = named.MinBy(static one => one.Shrunk.Trace.Commands.Count),
            };
            if (result.Finding is not null || stop.IsCancellationRequested || result.Time >= time)
            {
                break;
            }
        }

        return result;
    }

    CampaignPlan PlanFor(CheckedTarget target, int traces)
    {
        Profile profile = target.Library!.Profile;
        return new CampaignPlan
        {
            Target = target.Word,
            Seed = seed,
            Machines = target.MachinesAmong(Machines.All, out _),
            Eras = [profile.Era],
            Mode = profile.Mode,
            Traces = traces,
            Time = time,
        };
    }
}
