// SPDX-License-Identifier: GPL-2.0-only
using System.CommandLine;
using System.Net;
using System.Text.RegularExpressions;
using Verification.Search;
using Verification.Spec;
using Verification.Vmcheck;
using Xunit;

namespace Verification.Properties;

/// <summary>`--report FILE` of check, replay and explain, run in this process.</summary>
public sealed class ReportFiles : IDisposable
{
    const string Trace = "vmcheck trace 1\n"
        + "machine \"a_b\" page=4096 levels=9/9/9/9 start=0x490000000000 end=0x49000003ffff ram=40 "
        + "frames=56 nodes=1 cpus=1 online=1 lazymax=8192 rcu=end debug_pagealloc=0 dma32=1 "
        + "prints=1 shmlba=4096\nera 2.6.32 faithful\n"
        + "p0 = vmalloc(4096)\nvfree(p0)\nvfree(p0)\n";

    readonly string folder = Directory.CreateTempSubdirectory("vmcheck-report").FullName;

    string Markdown => Path.Combine(folder, "out.md");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("replay")]
    [InlineData("explain")]
    public async Task Of_a_trace_show_each_broken_law_with_its_step(string verb)
    {
        (ExitCode code, _, _) = await VmcheckProcess.RunOn(Trace, verb, "--report", Markdown);

        string report = await File.ReadAllTextAsync(Markdown);
        Assert.Equal(ExitCode.Violation, code);
        Assert.StartsWith("# Broken in step 3 of 3: no call runs into a BUG\\_ON", report);
        Assert.Contains("\n## an illegal free is noticed and warned about (", report);
        Assert.Contains(" (NoCallEndsInABug-vfree-remove\\_vm\\_area)\n", report);
        Assert.Contains("\n=> vfree(p0);          /* -> BUG in remove_vm_area */\n", report);
        Assert.Contains("\nReplay (the trace is below", report);
        Assert.Contains("| machine | a\\_b |", report);
    }

    [Theory]
    [InlineData("out.html", "<code>(?<text>vmcheck trace 1\n.*?)</code>")]
    [InlineData("out.md", "\n```\n(?<text>vmcheck trace 1\n.*?)```\n")]
    public async Task Of_a_trace_hold_the_trace_itself(string name, string place)
    {
        string file = Path.Combine(folder, name);
        await VmcheckProcess.RunOn(Trace, "replay", "--report", file);

        Match held = Regex.Match(
            await File.ReadAllTextAsync(file), place, RegexOptions.Singleline,
            TimeSpan.FromSeconds(5));
        Assert.Equal(Trace, WebUtility.HtmlDecode(held.Groups["text"].Value));
    }

    [Fact]
    public async Task Of_an_area_that_wraps_draw_it_to_the_edge()
    {
        string header = TraceWriter.Write(
            new Trace(Machines.Find("small")!, Era.V2637, DefectMode.Faithful, []));
        await VmcheckProcess.RunOn(
            header + "a0 = get_vm_area(0xffffb6fffffff000, VM_MAP)\n",
            "replay", "--report", Markdown);
        string report = await File.ReadAllTextAsync(Markdown);

        Assert.Contains("\nvmap_area START+0x0-2^64 reserved\n", report);
        Assert.Matches("\nafter   -{16,}\n", report);
        Assert.Contains("4503580031582207 pages, beyond VMALLOC_END\n", report);
        Assert.Contains("hole filled", report);
    }

    [Fact]
    public async Task Of_a_hunt_hold_every_trace_it_found()
    {
        string file = Path.Combine(folder, "out.html");
        await VmcheckProcess.Run(
            "check", "--seed", "3", "--traces", "160", "--faithful", "--machine", "small",
            "--report", file);
        string page = await File.ReadAllTextAsync(file);
        int findings = page.Split("<section class=\"story\"").Length - 1;

        Assert.True(findings > 1);
        Assert.Equal(findings, page.Split("<code>vmcheck trace 1\n").Length - 1);
    }

    [Fact]
    public async Task Of_a_hunt_show_its_figures_and_what_it_found()
    {
        (ExitCode code, _, _) = await VmcheckProcess.Run(
            "check", "--seed", "3", "--traces", "160", "--faithful", "--machine", "small",
            "--report", Markdown);

        string report = await File.ReadAllTextAsync(Markdown);
        Assert.Equal(ExitCode.Violation, code);
        Assert.Contains("\n| random seed | 3 |\n", report);
        Assert.Contains("1-minimal: verified", report);
        Assert.Contains("<summary>Coverage</summary>", report);
        Assert.Contains("Never exercised: ", report);
    }

    [Fact]
    public async Task Replace_one_that_is_there_and_leave_nothing_else_behind()
    {
        await File.WriteAllTextAsync(Markdown, "what was there");
        await VmcheckProcess.RunOn(Trace, "replay", "--report", Markdown);

        Assert.DoesNotContain("what was there", await File.ReadAllTextAsync(Markdown));
        Assert.Equal([Markdown], Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public async Task Are_written_where_a_link_leads()
    {
        string real = Path.Combine(folder, "real.md");
        await File.WriteAllTextAsync(real, "what was there");
        File.CreateSymbolicLink(Markdown, real);
        await VmcheckProcess.RunOn(Trace, "replay", "--report", Markdown);

        Assert.StartsWith("# Broken", await File.ReadAllTextAsync(real));
        Assert.NotNull(new FileInfo(Markdown).LinkTarget);
    }

    [Theory]
    [InlineData("/does/not/exist/out.md", "cannot be written")]
    [InlineData("/proc/out.html", "cannot be written")]
    [InlineData("out.txt", "it ends in .html or in .md")]
    [InlineData("", "it ends in .html or in .md")]
    public async Task Are_refused_before_anything_is_run(string file, string told)
    {
        (ExitCode code, string output, string error) =
            await VmcheckProcess.RunOn(Trace, "replay", "--report", file);

        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains(told, error);
        Assert.DoesNotContain("p0 = vmalloc", output);
    }

    [Theory]
    [InlineData("in.md", "in.md")]
    [InlineData("in.md", "link.md")]
    [InlineData("link.md", "in.md")]
    [InlineData("in.md", "folder/in.md")]
    [InlineData("in.md", "./folder/../in.md")]
    public async Task Are_never_written_over_the_trace(string read, string written)
    {
        string real = Path.Combine(folder, "in.md");
        await File.WriteAllTextAsync(real, Trace);
        File.CreateSymbolicLink(Path.Combine(folder, "link.md"), real);
        Directory.CreateSymbolicLink(Path.Combine(folder, "folder"), folder);
        foreach (string verb in new[] { "replay", "explain" })
        {
            (ExitCode code, _, string error) = await VmcheckProcess.Run(
                verb, Path.Combine(folder, read), "--report", Path.Combine(folder, written));

            Assert.Equal(ExitCode.BadInput, code);
            Assert.Contains("it is the trace itself", error);
            Assert.Equal(Trace, await File.ReadAllTextAsync(real));
        }
    }

    [Theory]
    [InlineData("replay")]
    [InlineData("explain")]
    public async Task Of_more_commands_than_a_page_tells_are_refused_at_once(string verb)
    {
        string calls = string.Concat(Enumerable.Repeat("vm_unmap_aliases()\n", 20_001));
        string page = Path.Combine(folder, "out.html");
        (ExitCode code, _, string error) =
            await VmcheckProcess.RunOn(Trace + calls, verb, "--report", page);

        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains("has 20,004 commands, and a page tells 20,000 at most", error);
        Assert.Contains("--steps", error);
        Assert.Empty(Directory.GetFileSystemEntries(folder));
    }

    [Theory]
    [InlineData("out.html")]
    [InlineData("out.md")]
    public void Are_not_written_when_interrupted(string name)
    {
        ReportOption option = new();
        RootCommand verb = new();
        option.AddTo(verb);
        string file = Path.Combine(folder, name);
        using CheckedTarget target = new(CheckedTarget.Model, null);
        JudgedTrace judged = JudgedTrace.Of(
            TraceReader.Read(Trace), target, TextWriter.Null, default);
        using StringWriter error = new();

        option.Write(
            verb.Parse(["--report", file]), judged, "-", "model", error,
            new CancellationToken(canceled: true));

        Assert.Equal("vmcheck: interrupted: no report was written\n", error.ToString());
        Assert.Empty(Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public async Task Are_not_made_of_two_targets_side_by_side()
    {
        (ExitCode code, _, string error) = await VmcheckProcess.RunOn(
            Trace, "replay", "--target", "model", "--target", "model", "--report", Markdown);

        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains("--report is about one target", error);
    }
}
