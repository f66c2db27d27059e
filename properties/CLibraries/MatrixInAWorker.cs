// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;
using Verification.Targets;
using Verification.Vmcheck;
using Xunit;

namespace Verification.Properties;

/// <summary>A fault matrix does not depend on the process its calls are tried in.</summary>
[Collection(CLibraryTests.Name)]
public sealed class MatrixInAWorker
{
    /// <summary>Seven pages lie across the first boundary of a table.</summary>
    static readonly Machine seven = MatrixMachines.Toy with { Start = 0x7f40, TotalRam = 8 };

    [CFact]
    public void Has_the_same_cells_as_in_this_process()
    {
        string file = CCompiler.Example("page_leaked");
        using CLibrary here = new(file);
        using WorkerLibrary there = new(file, new(), CancellationToken.None);
        MatrixPlan plan = new()
        {
            Machines = [seven], Eras = [here.Profile.Era], NotOffered = [.. here.NotOffered],
        };
        MatrixReport alone = new MatrixRun(plan, (_, _) => here).Run();
        MatrixReport two = new MatrixRun(
            plan with { Jobs = 2 }, (_, _) => there,
            () => there.Matrix(plan.TakesAddresses, CancellationToken.None)).Run();

        Assert.NotEmpty(alone.Red);
        Assert.Equal(alone.Commands, two.Commands);
        Assert.Equal(alone.Calls.SelectMany(static call => call.Visits),
            two.Calls.SelectMany(static call => call.Visits));
        Assert.Equal(alone.Cells.Select(Told), two.Cells.Select(Told));
    }

    [CFact]
    public void Goes_on_after_a_deadly_cell_which_is_red()
    {
        CallCells tried = TriedWhenAway("away", "abort();");

        FaultCell[] deadly = [.. Deadly(tried)];
        Assert.Equal(
            [CellMode.LazyMakesRoom], deadly.Select(static cell => cell.Mode).Distinct());
        Assert.All(deadly, static cell =>
        {
            Assert.StartsWith("CallsReturn, step ", cell.Verdict.Wrong);
            Assert.Equal("vfree -> died: SIGABRT", cell.Verdict.Violation?.Culprits);
            Assert.True(cell.Trouble.Filler > 0);
        });
        Assert.InRange(tried.Cells.Count(static cell => cell.HasPassed), 50, 1000);
        Assert.Equal(0, tried.Skipped);
    }

    [CFact]
    public void Gives_up_a_call_with_too_many_deadly_cells_and_says_how_many_are_left()
    {
        CallCells tried = TriedWhenAway("away", "abort();", deaths: 1);

        Assert.Single(Deadly(tried));
        Assert.Equal(
            [CellMode.Faultless, CellMode.LazyMakesRoom],
            tried.Cells.Select(static cell => cell.Mode));
        Assert.InRange(tried.Skipped, 50, 1000);
    }

    [CFact]
    public void Has_a_red_cell_for_a_death_that_a_fresh_process_does_not_die()
    {
        string folder = Directory.CreateTempSubdirectory("once").FullName;
        CallCells tried = TriedWhenAway(
            "once", "extern int mkdir(const char *, unsigned); "
                + $"if (!mkdir(\"{folder}/1\", 448)) abort();");
        Directory.Delete(folder, recursive: true);

        FaultCell deadly = Assert.Single(Deadly(tried));
        Assert.Matches(
            @"^CallsReturn, step \d+ of \d+, not confirmed: a fresh process survived it$",
            deadly.Verdict.Wrong);
        Assert.InRange(tried.Cells.Count(static cell => cell.HasPassed), 50, 1000);
    }

    /// <summary>
    /// A vmalloc of seven pages, whose vfree does what kills where the block does not begin at the
    /// start of the range: when other areas are in its way.
    /// </summary>
    static CallCells TriedWhenAway(string name, string kills, int deaths = 10)
    {
        string file = CCompiler.Deadly(name, $"if (addr != machine.start) {{ {kills} }}");
        using WorkerLibrary library = new(
            file, new() { Deaths = deaths }, CancellationToken.None);
        using IFaultMatrix matrix = library.Matrix(takesAddresses: true, CancellationToken.None);
        return matrix.Of(EntryCalls.On(seven, library.Profile.Era, DefectMode.Fixed)
            .First(static call => call is { Row.Kind: CommandKind.Vmalloc, Pages: 7 }));
    }

    /// <summary>The library leaks pages too.</summary>
    static IEnumerable<FaultCell> Deadly(CallCells tried) => tried.Cells.Where(
        static cell => cell.Verdict.Violation?.Law.Id == FailureLaws.CallsReturn.Id);

    static string Told(FaultCell cell) =>
        $"{cell.Call.Line} {cell.Where} {cell.Mode} {cell.Trouble} {cell.Verdict}";
}
