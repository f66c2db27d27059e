// SPDX-License-Identifier: GPL-2.0-only
using Verification.Museum;
using Verification.Search;
using Verification.Spec;
using Verification.Targets;

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

    /// <summary>Of the unchanged file: longer than what most exhibits take.</summary>
    static readonly TimeSpan controlTime = TimeSpan.FromSeconds(5);

    readonly string text = File.ReadAllText(source.Vmalloc);
    readonly string folder = Directory.CreateTempSubdirectory("vmcheck-museum-").FullName;

    /// <summary>Builds the kernel as it is, and hunts for seconds with the same seed.</summary>
    /// <exception cref="KernelSourceException">It cannot be built, or not be judged.</exception>
    public KernelControl Control(CancellationToken stop)
    {
        using CheckedTarget target = Built(text, "unchanged", stop);
        try
        {
            TimeSpan most = time < controlTime ? time : controlTime;
            CampaignReport report = Run(
                PlanFor(target) with { Time = most }, target, stop);
            return new KernelControl(report.Findings, report.Figures.Commands);
        }
        catch (Exception undecided) when (IsUndecided(undecided))
        {
            throw new KernelSourceException(undecided.Message);
        }
    }

    /// <summary>Builds the kernel with an exhibit in it, and hunts.</summary>
    /// <param name="exhibit">What is planted.</param>
    /// <param name="control">What is broken without it.</param>
    /// <param name="stop">Ends it early.</param>
    /// <exception cref="KernelSourceException">What was planted cannot be built.</exception>
    public KernelExhibitResult Visit(
        KernelExhibit exhibit, KernelControl control, CancellationToken stop)
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

        if (exhibit.Breaks.All(control.Breaks))
        {
            // No hunt could tell.
            return new KernelExhibitResult { Exhibit = exhibit, NotToldApart = exhibit.Breaks };
        }

        using CheckedTarget target = Built(planted, exhibit.Id, stop);
        try
        {
            return Hunt(exhibit, control, target, stop);
        }
        catch (Exception undecided) when (IsUndecided(undecided))
        {
            // One trace, two verdicts: what was planted outlives a reset. The tour goes on.
            return new KernelExhibitResult { Exhibit = exhibit, Undecided = undecided.Message };
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(folder, recursive: true);

    static bool IsUndecided(Exception thrown) =>
        thrown is InvalidOperationException or AggregateException;

    static CampaignReport Run(
        CampaignPlan plan, CheckedTarget target, CancellationToken stop) =>
        new Campaign(plan, target.Fresh, target.Hunters(plan, stop)).Run(stop);

    CheckedTarget Built(string vmalloc, string name, CancellationToken stop)
    {
        string library = Path.Combine(folder, $"{name}.so");
        source.BuildChanged(vmalloc, library, stop);
        return new CheckedTarget(
            ShellWord.Of($"c:{library}"), new WorkerLibrary(library, new WorkerLimits(), stop));
    }

    KernelExhibitResult Hunt(
        KernelExhibit exhibit, KernelControl control, CheckedTarget target, CancellationToken stop)
    {
        KernelExhibitResult result = new() { Exhibit = exhibit };
        CampaignPlan plan = PlanFor(target);
        for (int hunt = 0, traces = FirstTraces; hunt < Hunts; hunt++, traces *= Growth)
        {
            result = result.After(Run(plan with { Traces = traces }, target, stop), control);
            if (result.Finding is not null || stop.IsCancellationRequested || result.Time >= time)
            {
                break;
            }
        }

        return result;
    }

    CampaignPlan PlanFor(CheckedTarget target)
    {
        Profile profile = target.Library!.Profile;
        return new CampaignPlan
        {
            Target = target.Word,
            Seed = seed,
            Machines = target.MachinesAmong(Machines.All, out _),
            Eras = [profile.Era],
            Mode = profile.Mode,
            Time = time,
        };
    }
}
