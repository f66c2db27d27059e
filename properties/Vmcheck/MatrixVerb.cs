// SPDX-License-Identifier: GPL-2.0-only
using System.Text.Json;
using Verification.Vmcheck;
using Xunit;

namespace Verification.Properties;

/// <summary>`vmcheck matrix`, run in this process.</summary>
[Trait("Length", "long")]
public sealed class MatrixVerb
{
    const string Small = "matrix-4k-numa";

    [Fact]
    public async Task Prints_sites_entry_points_and_figures()
    {
        (ExitCode code, string output, string error) = await VmcheckProcess.Run(
            "matrix", "--machine", Small, "--era", "2.6.32");

        Assert.Equal((ExitCode.Clean, ""), (code, error));
        Assert.Matches(@"\n +pte table +0-5 +\d+ +\d+ ", output);
        Assert.Matches(@"\n +map_vm_area +\d+ +\d+ +\d+ +\d+ +-ENOMEM +- ", output);
        Assert.Contains("\nno allocation: vfree, vunmap, free_vm_area, ", output);
        Assert.Matches(@"\n([\d,]+) of \1 sites reached; [\d,]+ pairs, in [\d,]+ of them", output);
        Assert.Matches(@"\n([\d,]+) cells: \1 passed, 0 red\n$", output);
    }

    [Fact]
    public async Task Prints_one_json_object_in_which_the_figures_add_up()
    {
        (ExitCode code, string output, string error) = await VmcheckProcess.Run(
            "matrix", "--machine", Small, "--era", "2.6.37", "--jobs", "2", "--json");

        Assert.Equal((ExitCode.Clean, ""), (code, error));
        using JsonDocument json = JsonDocument.Parse(output);
        JsonElement root = json.RootElement;
        JsonElement[] calls = [.. root.GetProperty("calls").EnumerateArray()];
        JsonElement[] sites = [.. root.GetProperty("sites").EnumerateArray()];
        Assert.Equal("model", root.GetProperty("target").GetString());
        Assert.Equal(Number(root, "cells"), Number(root, "passed"));
        Assert.Equal(Number(root, "cells"), calls.Sum(static call => Number(call, "cells")));
        Assert.Equal(Number(root, "pairs"), calls.Sum(static call => Number(call, "pairs")));
        Assert.Equal(Number(root, "sitesFound"), Number(root, "sitesReached"));
        Assert.Equal(
            Number(root, "sitesFound"),
            sites.Sum(static site => Number(site, "to") - Number(site, "from") + 1));
        Assert.All(sites, static site => Assert.InRange(
            site.GetProperty("results").EnumerateObject().Count(), 2, 3));
        Assert.Empty(root.GetProperty("red").EnumerateArray());
        Assert.All([root, calls[0], sites[0]], AreDocumented);
    }

    /// <summary>
    /// vmalloc_32 of 2.6.32 takes its pages array from the zone of its pages; ioremap aligns to
    /// twice what it has to, and is not judged further.
    /// </summary>
    [Fact]
    public async Task Returns_1_and_writes_a_trace_for_each_red_cell_that_is_red_again()
    {
        (ExitCode code, string output, string error) = await VmcheckProcess.Run(
            "matrix", "--machine", "matrix-toy", "--era", "2.6.32", "--faithful", "--json");

        Assert.Equal((ExitCode.Violation, ""), (code, error));
        using JsonDocument json = JsonDocument.Parse(output);
        JsonElement[] red = [.. json.RootElement.GetProperty("red").EnumerateArray()];
        Assert.Equal(Number(json.RootElement, "failed"), red.Length);
        AreDocumented(red[0]);
        foreach (JsonElement cell in red)
        {
            string file = cell.GetProperty("file").GetString()!;
            if (cell.GetProperty("law").GetString() != "ZonesAreForDataPages")
            {
                Assert.Equal(
                    "DeviceRangesLieAsLowAsTheyMay", cell.GetProperty("law").GetString());
                File.Delete(file);
                continue;
            }

            Assert.EndsWith($"matrix --cell {file}", cell.GetProperty("again").GetString());
            (ExitCode judged, string told, _) = await VmcheckProcess.Run("matrix", "--cell", file);
            Assert.Equal(ExitCode.Violation, judged);
            Assert.EndsWith($"; red: {cell.GetProperty("wrong").GetString()}\n", told);
            (ExitCode replayed, _, _) = await VmcheckProcess.Run("replay", file);
            Assert.Equal(ExitCode.Violation, replayed);
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData(
        "p0 = vmalloc(64) fail page once 0\np1 = vmalloc(64)\nvfree(p1)\nvm_unmap_aliases()",
        ExitCode.Clean, "NULL; passed")]
    [InlineData(
        "p0 = vmalloc(64) fail page once 1\np1 = vmalloc(64)\nvfree(p1)\nvm_unmap_aliases()",
        ExitCode.Violation, "succeeded; red: the fault did not fire")]
    [InlineData(
        "p0 = vmalloc(64) fail page once 0\np1 = vmalloc(64)\nvfree(p1)",
        ExitCode.Violation, "NULL; red: left at the end: 2 x lazy page")]
    [InlineData(
        "p0 = vmalloc(64) fail page once 0\np1 = vmalloc(64) fail page once 0",
        ExitCode.Violation, "NULL; red: the same call without trouble fails, step 2 of 2")]
    [InlineData(
        "p0 = vmalloc(64)\nvmallocinfo() fail any sticky 0\nvfree(p0)\nvm_unmap_aliases()",
        ExitCode.Clean, "succeeded; passed")]
    public async Task Judges_a_cell_written_by_hand(string commands, ExitCode expected, string told)
    {
        (ExitCode code, string output, _) = await VmcheckProcess.RunOn(
            Header + commands, "matrix", "--cell");

        Assert.Equal(expected, code);
        Assert.Contains($"\n{told}", output);
    }

    [Fact]
    public async Task Returns_2_for_a_trace_that_is_no_cell()
    {
        (ExitCode code, _, string error) = await VmcheckProcess.RunOn(
            Header + "p0 = vmalloc(64)", "matrix", "--cell");

        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains("is no cell: no call is made twice, and none has a fault", error);
    }

    [Theory]
    [InlineData("--machine toy", "known are matrix-toy, matrix-toy-numa")]
    [InlineData("--era 3.1", "known are 2.6.32, 2.6.37")]
    [InlineData("--jobs 0", "from 1 to")]
    [InlineData("--cell x --json", "--cell says all")]
    [InlineData("--cell no-such.trace", "no-such.trace")]
    [InlineData("--cell", "--cell")]
    [InlineData("x", "x")]
    public async Task Returns_2_and_says_what_it_takes(string options, string told)
    {
        (ExitCode code, _, string error) = await VmcheckProcess.Run(
            ["matrix", .. options.Split(' ')]);

        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains(told, error);
        Assert.DoesNotContain("defect of vmcheck", error);
    }

    static string Header => "vmcheck trace 1\n"
        + "machine \"m\" page=64 levels=3/3/3/3 start=0x7f00 end=0xbeff ram=80 frames=112 nodes=1 "
        + "cpus=1 online=1 lazymax=24 rcu=end debug_pagealloc=0 dma32=1 prints=1 shmlba=64\n"
        + "era 2.6.32 fixed\n";

    static void AreDocumented(JsonElement members)
    {
        string page = Repository.Read("docs/fault-matrix.md");
        Assert.All(
            members.EnumerateObject(), member => Assert.Contains($"`{member.Name}`", page));
    }

    static int Number(JsonElement element, string name) => element.GetProperty(name).GetInt32();
}
