// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;
using Verification.Targets;
using Xunit;

namespace Verification.Properties;

/// <summary>The mm/vmalloc.c of 6.1 and of 6.12, as Debian packages them.</summary>
[Trait("Length", "long")]
[Collection(RealCodeTests.Name)]
public sealed class RealCode
{
    /// <summary>Findings that are written down, each with the versions that show it.</summary>
    public static TheoryData<string, string, string?> Findings => new()
    {
        { "6.1", "nofail-maps-over-itself", nameof(FailureLaws.NoCallEndsInABug) },
        { "6.12", "nofail-maps-over-itself", nameof(FailureLaws.NoCallEndsInABug) },
        { "6.1", "warns-without-memory", nameof(FailureLaws.LegalCallsDoNotWarn) },
        { "6.12", "warns-without-memory", nameof(FailureLaws.LegalCallsDoNotWarn) },
        { "6.1", "unlinks-before-it-looks", null },
        { "6.12", "unlinks-before-it-looks", nameof(WalkLaws.TheWalkAgrees) },
    };

    /// <summary>What spec says of a version is what the library built of it says.</summary>
    [KernelTheory]
    [InlineData("6.1", Era.V61)]
    [InlineData("6.12", Era.V612)]
    public void Has_the_facts_that_are_written_down_of_its_era(string version, Era era)
    {
        using CLibrary kernel = new(BuiltKernel.Of(version));

        Assert.StartsWith($"{version}.", kernel.Profile.Name);
        Assert.Equal(
            Profile.Of(era, DefectMode.Fixed), kernel.Profile with { Name = Eras.Name(era) });
    }

    [KernelTheory]
    [MemberData(nameof(Findings))]
    public void Shows_each_finding_that_is_written_down(
        string version, string finding, string? law)
    {
        using CLibrary kernel = new(BuiltKernel.Of(version));
        Trace trace = TraceReader.Read(Repository.Read($"docs/traces/{finding}.trace"));

        Violation? seen = new Checker(kernel).Run(trace);
        Violation? excused = new Checker(kernel).Run(trace with { Mode = DefectMode.Fixed });

        Assert.Equal(law, seen?.Law.Name);
        Assert.Null(excused);
    }

    /// <summary>The audit was written for running machines, and by others than the printer.</summary>
    [KernelTheory]
    [InlineData("6.1", Era.V61)]
    [InlineData("6.12", Era.V612)]
    public void Prints_a_vmallocinfo_that_the_audit_understands_and_approves(
        string version, Era era)
    {
        using CLibrary kernel = new(BuiltKernel.Of(version));
        int areas = 0;
        List<string> wrong = [];
        Checker checker = new(kernel)
        {
            Observer = (_, step) =>
            {
                if (step.Call.Kind == CommandKind.Vmallocinfo)
                {
                    areas += Audit(step.Text.ToString(), wrong);
                }
            },
        };

        for (ulong seed = 1; seed <= 1500; seed++)
        {
            checker.Run(Generator.Draw(seed, Machines.Tight64, era, DefectMode.Fixed, 50));
        }

        Assert.Empty(wrong);
        Assert.InRange(areas, 1000, int.MaxValue);
    }

    /// <summary>
    /// Its short form: one page, as many as lie across a table, and a huge one.
    /// </summary>
    [KernelTheory]
    [InlineData("6.1", Era.V61)]
    [InlineData("6.12", Era.V612)]
    public void Has_no_red_cell_in_the_fault_matrix_and_tells_what_is_not_made(
        string version, Era era)
    {
        using CLibrary kernel = new(BuiltKernel.Of(version));
        Machine machine = MatrixMachines.All.Single(static one => one.Name == "matrix-4k");
        MatrixReport report = new MatrixRun(
            new MatrixPlan
            {
                Machines = [machine with { TotalRam = 512 }],
                Eras = [era],
                NotOffered = [.. kernel.NotOffered],
            },
            (_, _) => kernel).Run();
        FaultCell[] notMade = [.. report.Cells.Where(static cell => cell.Verdict.IsNotMade)];

        Assert.Empty(report.Red.Select(static cell =>
            $"{cell.Call.Line} {cell.Where} {cell.Mode}: {cell.Verdict.Wrong}"));
        Assert.Contains(report.Calls, static call =>
            call.Call is { Row.Kind: CommandKind.VmallocHuge, Pages: 512 });
        Assert.NotEmpty(notMade);
        Assert.All(notMade, static cell => Assert.True(
            (cell.Call.Gfp & Gfp.Nofail) != 0 && !cell.HasPassed));
        Assert.InRange(report.Passed, 1000, 10_000);
    }

    [KernelTheory]
    [InlineData("6.1")]
    [InlineData("6.12")]
    public void Does_not_differ_from_the_model_but_where_a_fact_explains_it(string version)
    {
        using CLibrary kernel = new(BuiltKernel.Of(version));
        Machine[] machines = [.. Machines.All.Where(machine => kernel.Accepts(machine, out _))];

        SideBySideWithTheModel.AssertNoDifference(kernel, machines, least: 10);
    }

    static int Audit(string text, List<string> wrong)
    {
        AuditReport report = VmallocinfoAudit.Of(text, new AuditOptions(4096));
        wrong.AddRange(report.Unparsed.Select(static line => line.ToString()));
        wrong.AddRange(report.UnknownAttributes.Select(static word => word.ToString()));
        wrong.AddRange(report.Findings.Select(static found => found.ToString()));
        return report.Areas.Count;
    }
}
