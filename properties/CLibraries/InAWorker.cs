// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;
using Verification.Targets;
using Verification.Vmcheck;
using Xunit;

namespace Verification.Properties;

/// <summary>A library behaves in a worker as it does in this process.</summary>
[Trait("Length", "long")]
[Collection(CLibraryTests.Name)]
public sealed class InAWorker
{
    [CFact]
    public void A_hunt_counts_and_finds_the_same()
    {
        string file = CCompiler.Example("page_leaked");
        using WorkerLibrary inWorker = new(file, new(), CancellationToken.None);
        using CLibrary inProcess = new(file);
        CampaignPlan plan = new()
        {
            Seed = 1, Traces = 320, Eras = [inProcess.Profile.Era],
            Machines = [.. Machines.All.Where(machine => inProcess.Accepts(machine, out _))],
        };
        CampaignReport here = new Campaign(plan, (_, _) => inProcess).Run();
        CampaignReport there = new Campaign(
            plan with { Jobs = 1 }, (_, _) => inWorker,
            isOver => inWorker.Hunter(plan, isOver, CancellationToken.None)).Run();

        Assert.NotEmpty(here.Findings);
        Assert.Equal(here.Findings.Select(Told), there.Findings.Select(Told));
        Assert.Equal(Counts(here), Counts(there));
        Assert.Equal(here.NotExercised, there.NotExercised);
        Assert.Equal(here.NotCheckable, there.NotCheckable);
    }

    [CFact]
    public void A_trace_gives_the_same_steps_and_walk()
    {
        string file = CCompiler.Example();
        using WorkerLibrary inWorker = new(file, new(), CancellationToken.None);
        using CLibrary inProcess = new(file);
        CampaignPlan plan = new() { Seed = 3, Eras = [inProcess.Profile.Era] };

        Assert.Equal(
            (inProcess.Name, inProcess.Profile, inProcess.Observes),
            (inWorker.Name, inWorker.Profile, inWorker.Observes));
        Assert.Equal(inProcess.NotOffered, inWorker.NotOffered);
        for (long number = 0; number < 6 * CampaignPlan.Batch; number += CampaignPlan.Batch)
        {
            Trace trace = plan.Draw(number);
            Assert.Equal(Dump(trace, inProcess), Dump(trace, inWorker));
        }
    }

    [CFact]
    public void A_library_that_is_refused_is_refused_in_the_same_words()
    {
        string file = CCompiler.Library(SmallLibrary.With("void vmcheck_reset", "void my_reset"));

        Assert.Equal(
            Assert.Throws<CLibraryException>(() => new CLibrary(file).Dispose()).Message,
            Refusal(file));
    }

    [CFact]
    public void A_library_that_dies_as_it_is_loaded_cannot_be_used()
    {
        string file = CCompiler.Library(
            SmallLibrary.With("{ return VMCHECK_ABI; }", "{ __builtin_trap(); }"));

        Assert.Matches("cannot be loaded: its process died: SIG(ILL|TRAP)", Refusal(file));
    }

    static string Refusal(string file) => Assert.Throws<CLibraryException>(
        () => new WorkerLibrary(file, new(), CancellationToken.None).Dispose()).Message;

    static string Told(Verification.Search.Finding finding) =>
        $"{finding.Number} {finding.Shrunk.Symptom} {FailureReport.Of(finding.Failure)}";

    static IEnumerable<string> Counts(CampaignReport report)
    {
        CampaignFigures figures = report.Figures;
        yield return $"{figures.Traces} {figures.Commands} {figures.Skipped} {figures.Refused}";
        yield return $"{report.States.Seen} {report.States.ExpectedNew(1)}";
        foreach (Law law in report.Laws)
        {
            yield return $"{law.Name} {figures.ChecksOf(law)} {figures.BrokenBy(law)}";
        }

        Coverage coverage = figures.CoverageOf(report.Plan.Eras[0]);
        foreach (Dimension dimension in coverage.Terms.All)
        {
            yield return string.Join(
                ' ', dimension.Values.Select((value, index) => $"{value} {dimension.Of(index)}"));
        }
    }

    static string Dump(Trace trace, ITarget target)
    {
        string calls = TraceAsC.Of(trace, target, static _ => { }).ToString();
        Picture picture = new();
        target.Walk(picture);
        return calls + DumpText.Of(trace.Machine, picture) + target.Content(0);
    }
}
