// SPDX-License-Identifier: GPL-2.0-only
using System.Text.Json;
using Verification.Search;
using Verification.Spec;
using Verification.Targets;
using Verification.Vmcheck;
using Xunit;

namespace Verification.Properties;

/// <summary>`vmcheck matrix --target c:PATH`: the fault matrix of code that is no model.</summary>
[Trait("Length", "long")]
[Collection(CLibraryTests.Name)]
public sealed class MatrixOfALibrary
{
    const string Small = "matrix-4k-numa";

    [CFact]
    public async Task Passes_on_the_example_and_says_what_it_left_out()
    {
        (ExitCode code, string output, string error) = await VmcheckProcess.Run(
            "matrix", "--target", $"c:{CCompiler.Example()}", "--machine", Small);

        Assert.Equal((ExitCode.Clean, ""), (code, error));
        Assert.StartsWith($"c:{CCompiler.Example()}: example, profile \"example, as 2.6", output);
        Assert.Contains(
            "\nleft out, 32 calls of entry points that it does not have: vread, vwrite, "
                + "vmallocinfo, drop, kmemleak_scan, interrupt, vm_map_ram, vm_unmap_ram, "
                + "pcpu_get_vm_areas, pcpu_free_vm_areas, find_vm_area, remap_vmalloc_range, "
                + "ioremap, iounmap, set_iounmap_nonlazy\n",
            output);
        Assert.Contains($"\nexample, 2.6.37 fixed, {Small}\n", output);
        Assert.Matches(@"\n([\d,]+) of \1 sites reached; ", output);
        Assert.Matches(@"\n([\d,]+) cells: \1 passed, 0 red\n$", output);
    }

    [CFact]
    public async Task Has_red_cells_for_a_leak_that_are_red_again_on_the_same_library_only()
    {
        string target = $"c:{CCompiler.Example("page_leaked")}";
        (ExitCode code, string output, string aloud) = await VmcheckProcess.Run(
            "matrix", "--target", target, "--machine", Small, "--json");
        Assert.Equal(ExitCode.Violation, code);
        Assert.Contains("each of them refused: vread, ", aloud);
        using JsonDocument json = JsonDocument.Parse(output);
        JsonElement root = json.RootElement;
        JsonElement red = root.GetProperty("red")[0];
        string file = red.GetProperty("file").GetString()!;
        string[] alone = ["matrix", "--cell", file];
        (ExitCode again, _, _) = await VmcheckProcess.Run([.. alone, "--target", target]);
        (ExitCode sound, _, _) = await VmcheckProcess.Run(
            [.. alone, "--target", $"c:{CCompiler.Example()}"]);
        foreach (JsonElement cell in root.GetProperty("red").EnumerateArray())
        {
            File.Delete(cell.GetProperty("file").GetString() ?? file);
        }

        Assert.Equal((ExitCode.Violation, ExitCode.Clean), (again, sound));
        Assert.Equal("FailedCallsKeepNoPage", red.GetProperty("law").GetString());
        Assert.Equal(target, red.GetProperty("target").GetString());
        Assert.EndsWith(
            $"-- matrix --target {target} --cell {file}", red.GetProperty("again").GetString());
        JsonElement lacks = root.GetProperty("leftOut")[0];
        Assert.Equal("vread", lacks.GetProperty("entry").GetString());
        Assert.Equal("vread", lacks.GetProperty("lacks")[0].GetString());
        Assert.All([red, lacks], static one => Assert.All(
            one.EnumerateObject(), member => Assert.Contains(
                $"`{member.Name}`", Repository.Read("docs/fault-matrix.md"))));
    }

    [CFact]
    public void Leaves_out_what_its_cells_need_and_addresses_that_cannot_be_taken()
    {
        using CLibrary example = new(CCompiler.Example());
        MatrixPlan plan = new()
        {
            Machines = [MatrixMachines.Toy with { TotalRam = 2 }],
            Eras = [example.Profile.Era],
            NotOffered =
            [
                Signature.Of(CommandKind.RemoveVmArea), Signature.Of(CommandKind.VmUnmapAliases),
            ],
        };
        MatrixReport none = new MatrixRun(plan, (_, _) => example).Run();
        MatrixReport some = new MatrixRun(
            plan with { NotOffered = [.. plan.NotOffered.Take(1), .. example.NotOffered] },
            (_, _) => example).Run();

        Assert.Empty(none.Calls);
        Assert.Equal(
            Signature.All.Where(row => row.Since <= example.Profile.Era),
            none.LeftOut.Select(static one => one.Row));
        Assert.Contains(some.LeftOut, static one => one is
            { Row.Kind: CommandKind.GetVmArea, Lacks: [{ Kind: CommandKind.RemoveVmArea }] });
        Assert.Equal(some.Sites, some.SitesReached);
        Assert.InRange(some.Sites, 100, 1000);
        Assert.DoesNotContain(
            some.Cells, static cell => cell.Visit.Site.Wanted == Wanted.Addresses);
        Assert.Empty(some.Red);
    }
}
