// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;
using Verification.Vmcheck;
using Xunit;

namespace Verification.Properties;

public class DumpVerb
{
    [Fact]
    public async Task Returns_0_and_shows_calls_space_tables_and_counters()
    {
        (int code, string output, string error) = await RunOn("p0 = vmalloc(8192)\n");
        Assert.Equal((int)ExitCode.Clean, code);
        Assert.StartsWith("p0 = vmalloc(8192); /* -> START+0x0 */\n", output);
        Assert.Contains("        AAg.", output);
        Assert.Contains("---[ vmalloc() Area ]---\nSTART+0x00000-START+0x02000", output);
        Assert.Contains("vmap_lazy_nr   0\n", output);
        Assert.Empty(error);
    }

    [Fact]
    public async Task Shows_the_calls_up_to_a_BUG_and_no_tables()
    {
        (int code, string output, string error) = await RunOn(
            "p0 = vmalloc(8192)\nvfree(p0)\nvfree(p0)\nvfree(p0)\n", DefectMode.Faithful);
        Assert.Equal((int)ExitCode.Clean, code);
        Assert.Contains("vfree(p0);          /* -> BUG in ", output);
        Assert.EndsWith("vfree(p0);          /* not reached */\n", output);
        Assert.Contains("died in a BUG", error);
    }

    [Fact]
    public async Task Returns_2_and_names_file_line_and_column_of_a_slip()
    {
        (int code, string output, string error) = await RunOn("p0 = vmaloc(8192)\n");
        Assert.Equal((int)ExitCode.BadInput, code);
        Assert.Empty(output);
        Assert.Matches(@"^vmcheck: .*\.trace: line 4, column \d+: ", error);
    }

    [Fact]
    public async Task Returns_2_for_a_file_that_does_not_exist()
    {
        (int code, _, string error) = await Run("/does/not/exist");
        Assert.Equal((int)ExitCode.BadInput, code);
        Assert.Contains("does not exist", error);
    }

    [Theory]
    [InlineData("")]
    [InlineData("vfree(p0)\n")]
    public async Task Returns_4_when_no_command_can_be_run(string commands)
    {
        (int code, _, string error) = await RunOn(commands);
        Assert.Equal((int)ExitCode.NothingChecked, code);
        Assert.Contains("no command could be run", error);
    }

    [Fact]
    public async Task Prints_as_the_kernel_does_when_asked()
    {
        (_, string output, _) = await RunOn(
            "p0 = vmalloc(8192)\n", DefectMode.Fixed, "--ptdump", "--quiet");
        Assert.Equal(
            """
            ---[ vmalloc() Area ]---
            0x00004900001e0000-0x00004900001e2000           8K     RW             GLB NX pte
            0x00004900001e2000-0x0000490000200000         120K                           pte
            0x0000490000200000-0x0000490000400000           2M                           pmd
            ---[ vmalloc() End ]---

            """,
            output);
    }

    [Fact]
    public async Task Says_why_there_is_no_line_of_the_kernel()
    {
        using StringWriter output = new();
        string path = Path.GetTempFileName();
        Trace trace = new(Machines.Find("i386-pae")!, Era.V2632, DefectMode.Fixed, []);
        await File.WriteAllTextAsync(path, TraceWriter.Write(trace) + "vm_unmap_aliases()\n");
        await Program.RunAsync(["dump", path, "--ptdump", "--quiet"], output, TextWriter.Null);
        File.Delete(path);
        Assert.StartsWith("no page-table entry begins in the range", output.ToString());
    }

    [Fact]
    public async Task Returns_2_for_lines_of_the_kernel_as_a_document()
    {
        (int code, _, string error) = await RunOn("", DefectMode.Fixed, "--ptdump", "--json");
        Assert.Equal((int)ExitCode.BadInput, code);
        Assert.Contains("give one of them", error);
    }

    static async Task<(int Code, string Output, string Error)> RunOn(
        string commands, DefectMode mode = DefectMode.Fixed, params string[] options)
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".trace");
        Trace none = new(Machines.Tight64, Era.V2632, mode, []);
        await File.WriteAllTextAsync(path, TraceWriter.Write(none) + commands);
        try
        {
            return await Run(path, options);
        }
        finally
        {
            File.Delete(path);
        }
    }

    static async Task<(int Code, string Output, string Error)> Run(
        string file, params string[] options)
    {
        using StringWriter output = new();
        using StringWriter error = new();
        int code = await Program.RunAsync(["dump", file, .. options], output, error);
        return (code, output.ToString(), error.ToString());
    }
}
