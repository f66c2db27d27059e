// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;
using Verification.Vmcheck;
using Xunit;
using Finding = Verification.Search.Finding;

namespace Verification.Properties;

/// <summary>
/// The example with page_leaked's mistake, and a vfree that does not return from a block of seven
/// pages: each is found, and neither hides the other.
/// </summary>
[Trait("Length", "long")]
[Collection(CLibraryTests.Name)]
public sealed class DeadlyLibraries
{
    const int Traces = 20;

    [CTheory]
    [InlineData("crash", "*(volatile int *)NULL = 1;", "SIGSEGV", "SIGSEGV")]
    [InlineData("abort", "puts(\"corrupt\"); fflush(stdout); abort();", "SIGABRT",
        "SIGABRT: \"corrupt\"")]
    [InlineData("endless", "for (;;) ;", "time-limit",
        "no return within 0.3 s, when first seen within 1 s")]
    [InlineData("greedy", "for (;;) memset(kept = malloc(1 << 20), 1, 1 << 20);", "memory-limit",
        "memory limit: more than 256 MiB")]
    [InlineData("exit", "exit(0);", "exit-0", "exit(0)")]
    public void Die_at_a_call_that_is_named_and_shrunk_and_the_hunt_goes_on(
        string name, string body, string kind, string told)
    {
        CampaignReport report = Hunt(CCompiler.Deadly(name, body));

        Finding death = Assert.Single(
            report.Findings, static one => one.Law.Id == FailureLaws.CallsReturn.Id);
        Assert.Equal(
            new Cluster("CallsReturn", "vfree", kind), death.Failure.Violation.Cluster);
        Assert.Equal($"vfree -> died: {told}", death.Failure.Violation.Culprits);
        Assert.True(death.Shrunk.IsOneMinimal);
        Assert.Equal(
            [CommandKind.Vmalloc, CommandKind.Vfree],
            death.Shrunk.Trace.Commands.Select(static command => command.Kind));
        Assert.Contains("step      2 of 2: vfree(p0);", FailureReport.Of(death.Failure));
        Assert.Contains(
            report.Findings, static one => one.Law.Id == FailureLaws.FailedCallsKeepNoPage.Id);
        Assert.Equal(Traces, report.Figures.Traces);
        Assert.InRange(death.Number!.Value, 0, Traces - 4);
        Assert.InRange(report.Figures.Commands, 500, long.MaxValue);
    }

    [CFact]
    public void Are_said_to_die_unconfirmed_where_a_fresh_process_lives()
    {
        string library = CCompiler.Deadly(
            "third", "static int frees; if (++frees == 3) abort();");
        CampaignReport report = Hunt(library);

        Finding death = Assert.Single(
            report.Findings, static one => one.Law.Id == FailureLaws.CallsReturn.Id);
        Assert.Equal(
            "vfree -> died: SIGABRT; not confirmed: a fresh process survived it",
            death.Failure.Violation.Culprits);
        Assert.False(death.Shrunk.IsOneMinimal);
        Assert.Equal(CommandKind.Vfree, death.Shrunk.Trace.Commands[^1].Kind);
        Assert.Equal(
            death.Shrunk.Trace, TraceReader.Read(TraceWriter.Write(death.Shrunk.Trace)));
        Assert.Equal(Traces, report.Figures.Traces);
    }

    /// <summary>What a library keeps across its resets is no defect of vmcheck.</summary>
    [CFact]
    public void Are_said_to_break_a_law_unconfirmed_where_a_fresh_process_keeps_it()
    {
        string library = CCompiler.Deadly(
            "wandering", "static int frees; if (++frees == 3) step->bug = \"a wandering bug\";");
        CampaignReport report = Hunt(library);

        Finding bug = Assert.Single(
            report.Findings, static one => one.Law.Id == FailureLaws.NoCallEndsInABug.Id);
        Assert.EndsWith(Finding.NotRepeated, bug.Failure.Violation.Culprits);
        Assert.Equal(CommandKind.Vfree, bug.Shrunk.Trace.Commands[^1].Kind);
        Assert.Equal(Traces, report.Figures.Traces);
    }

    [CFact]
    public void May_print_and_read_what_they_like()
    {
        string library = CCompiler.Deadly(
            "chatty", "printf(\"\\1%070000d\", 1); fflush(stdout); if (getchar() != EOF) abort();");

        Assert.DoesNotContain(
            Hunt(library).Findings, static one => one.Law.Id == FailureLaws.CallsReturn.Id);
    }

    [CFact]
    public async Task Are_shown_by_every_verb()
    {
        using TemporaryFolder store = new();
        string target = $"c:{CCompiler.Deadly("crash", "*(volatile int *)NULL = 1;")}";
        (ExitCode code, string output, _) = await VmcheckProcess.Run(
            "check", "--target", target, "--seed", "1", "--traces", "16", "--machine", "toy",
            "--store", store.Path);
        Assert.Equal(ExitCode.Violation, code);
        string file = store.Of("CallsReturn-vfree-SIGSEGV.trace");
        Assert.Contains(file, output);
        string trace = await File.ReadAllTextAsync(file);

        (code, output, _) = await VmcheckProcess.RunOn(trace, "replay", "--target", target);
        Assert.Equal(ExitCode.Violation, code);
        Assert.Contains("=> vfree(p0);         /* -> died: SIGSEGV */", output);
        Assert.EndsWith("broken: CallsReturn\n", output);
        (code, output, _) = await VmcheckProcess.RunOn(trace, "shrink", "--target", target);
        Assert.Equal(
            (ExitCode.Violation, TraceWriter.Write(TraceReader.Read(trace))), (code, output));
        (code, _, string error) = await VmcheckProcess.RunOn(trace, "dump", "--target", target);
        Assert.Equal(ExitCode.Clean, code);
        Assert.Contains("the library did not return from its last call; nothing to dump", error);
    }

    [CFact]
    public void Are_said_not_to_return_while_they_do_not()
    {
        using TemporaryFolder folder = new();
        (ExitCode code, string output, string error) = VmcheckExecutable.Run(
            folder.Path,
            $"check --target c:{CCompiler.Deadly("endless", "for (;;) ;")} --seed 1 --traces 16 "
                + "--machine toy --timeout 5 --jobs 1");

        Assert.Equal(ExitCode.Violation, code);
        Assert.Contains("vfree has not returned for ", error);
        Assert.Contains("within 0.3 s, when first seen within 5 s", output);
    }

    static CampaignReport Hunt(string library)
    {
        WorkerLimits limits = new() { Time = TimeSpan.FromSeconds(1), Memory = 256 << 20 };
        using WorkerLibrary target = new(library, limits, CancellationToken.None);
        CampaignPlan plan = new()
        {
            Seed = 2, Traces = Traces, Eras = [target.Profile.Era], Machines = [Machines.Toy],
            Target = $"c:{library}",
        };
        Campaign hunt = new(
            plan, Fresh, isOver => target.Hunter(plan, isOver, CancellationToken.None));
        return hunt.Run();

        ITarget Fresh(Era era, DefectMode mode)
        {
            target.Refresh();
            return target;
        }
    }
}
