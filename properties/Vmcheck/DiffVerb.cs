// SPDX-License-Identifier: GPL-2.0-only
using System.Text.Json;
using Verification.Search;
using Verification.Spec;
using Verification.Vmcheck;
using Xunit;

namespace Verification.Properties;

/// <summary>`vmcheck diff`, run in this process.</summary>
public sealed class DiffVerb
{
    public const string Header = "vmcheck trace 1\n"
        + "machine \"m\" page=4096 levels=9/9/9/9 start=0x490000000000 end=0x49000003ffff ram=40 "
        + "frames=56 nodes=1 cpus=2 online=2 lazymax=8192 rcu=end debug_pagealloc=0 dma32=1 "
        + "prints=1 shmlba=4096\nera 2.6.32 fixed\n";

    const string Blocks = "p0 = vmalloc(8192)\np1 = vmalloc(4096)\nvfree(p1)\n";

    [Fact]
    public async Task Of_a_trace_and_itself_is_0()
    {
        const string trace = Header + Blocks + "vfree(p9)\n";
        (ExitCode code, string output, string error) = await Of(trace, trace);
        Assert.Equal((ExitCode.Clean, "no difference", ""), (code, output.Trim(), error));
    }

    [Fact]
    public async Task Does_not_mind_how_results_are_numbered()
    {
        (ExitCode code, string output, _) = await Of(
            Header + Blocks, Header + Blocks.Replace("p0", "p5").Replace("p1", "p0"));
        Assert.Equal(ExitCode.Clean, code);
        Assert.StartsWith("the traces are the same; the text differs\n\n--- ", output);
    }

    [Fact]
    public async Task Of_equal_dumps_behind_other_calls_says_that_the_text_differs()
    {
        (_, string dump, _) = await VmcheckProcess.RunOn(Header + Blocks, "dump");
        (ExitCode code, string output, _) = await Of(
            $"vfree(p0);\n{dump}", $"vfree(p1);\n{dump}");
        Assert.Equal(ExitCode.Clean, code);
        Assert.StartsWith("the dumps are the same; the text differs\n\n--- ", output);
        Assert.Equal("no difference\n", (await Of(dump, dump)).Output);
    }

    [Theory]
    [InlineData("p0 = vmalloc(8192)", "p0 = vmalloc(4096)",
        "~   1  p0 = vmalloc(8192): size 8192 -> 4096\n")]
    [InlineData("vfree(p1)", "vfree(p0)", "~   3  vfree(p1): pointer p1 -> p0\n")]
    [InlineData("vfree(p1)", "vfree(p1) on cpu 1", "~   3  vfree(p1): now on cpu 1\n")]
    [InlineData("p0 = vmalloc(8192)\n", "", "-   1  p0 = vmalloc(8192)\n\n")]
    [InlineData("vfree(p1)", "vfree(p9)", "~   3  vfree(p1): pointer p1 -> p9\n")]
    [InlineData("vfree(p1)\n", "", "-   3  vfree(p1)\n")]
    [InlineData("p1 = vmalloc(4096)", "p7 = vmalloc_user(4096)\np1 = vmalloc(4096)",
        "+   2  p7 = vmalloc_user(4096)\n")]
    [InlineData("frames=56", "frames=57", "machine: frames=56 -> frames=57\n")]
    [InlineData("fixed", "faithful", "mode: fixed -> faithful\n")]
    public async Task Tells_what_is_otherwise_in_a_trace(string was, string becomes, string told)
    {
        (ExitCode code, string output, string error) =
            await Of(Header + Blocks, (Header + Blocks).Replace(was, becomes));
        Assert.Equal((ExitCode.Violation, ""), (code, error));
        Assert.StartsWith(told, output);
    }

    [Fact]
    public async Task Tells_where_two_traces_part_and_what_differs_in_the_end()
    {
        (_, string output, _) = await Of(
            Header + Blocks, Header + Blocks.Replace("vfree(p1)", "vfree(p0)"));
        Assert.Contains(
            "what they do parts at step 3, vfree(p1):\n"
                + "  A: kmemleak_free START+0x4000, 4096 bytes\n"
                + "  B: kmemleak_free START+0x0, 8192 bytes\n",
            output);
        Assert.Contains(
            "in the end, B against A:\n"
                + "  START+0x0    12K  area live -> lazy, its frames are free\n",
            output);
        Assert.Contains("\nthe traces differ\n\n--- ", output);
        Assert.Contains("\n-vfree(p1)\n+vfree(p0)\n", output);
    }

    /// <summary>The pages in which they differ lie behind eight runs of frames.</summary>
    [Fact]
    public async Task Finds_pages_that_are_otherwise_far_behind_in_a_mapping()
    {
        const string mapped = Header
            + "f0 = take(16, -1)\nm1 = vmap([f0[0], f0[2], f0[4], f0[6], f0[8], f0[10], f0[12], "
            + "f0[14], f0[1], f0[3]], 10, VM_MAP, PAGE_KERNEL)\n"
            + "m2 = vmap([f0[1]], 1, VM_MAP, PAGE_KERNEL)\n";
        string swapped = mapped.Replace("f0[1], f0[3]]", "f0[3], f0[1]]");
        (_, string output, _) = await Of(mapped, swapped);
        Assert.Contains("what they do parts at step 2, ", output);
        Assert.Contains("\n  START+0xc000 4K  remapped f8 -> f9\n", output);
        Assert.All(
            output.Split("\n\n--- ")[0].Split('\n'),
            static line => Assert.InRange(line.Length, 0, 80));

        (_, string one, _) = await VmcheckProcess.RunOn(mapped, "dump");
        (_, string other, _) = await VmcheckProcess.RunOn(swapped, "dump");
        (ExitCode code, output, _) = await Of(one, other);
        Assert.Equal(ExitCode.Violation, code);
        Assert.StartsWith("START+0xc000 4K  remapped f8 -> f9\n", output);
    }

    [Fact]
    public async Task Says_that_a_trace_that_dies_has_no_state()
    {
        string dies = Header.Replace("fixed", "faithful") + "p0 = vmalloc(8192)\nvfree(p0)\n";
        (ExitCode code, string output, _) = await Of(dies, $"{dies}vfree(p0)\nvfree(p0)\n");
        Assert.Equal(ExitCode.Violation, code);
        Assert.Contains("\nB ends in a call that does not return: no state of it\n", output);
    }

    [Fact]
    public async Task Reads_what_dump_prints()
    {
        (_, string one, _) = await VmcheckProcess.RunOn(Header + Blocks, "dump");
        (_, string other, _) = await VmcheckProcess.RunOn(
            Header + Blocks + "vm_unmap_aliases()\n", "dump");
        (ExitCode code, string output, string error) = await Of(one, other);
        Assert.Equal((ExitCode.Violation, ""), (code, error));
        Assert.StartsWith("START+0x3000 244K  hole, was 4K and 232K\n", output);
        Assert.Contains("\nSTART+0x4000   8K  area gone: lazy\n", output);
        Assert.Equal(ExitCode.Clean, (await Of(one, one)).Code);
    }

    [Fact]
    public async Task Prints_one_document_for_a_program()
    {
        (_, string one, _) = await VmcheckProcess.RunOn(Header + Blocks, "dump");
        (ExitCode code, string output, _) = await Of(
            one, one.Replace("vmap_lazy_nr   2", "vmap_lazy_nr   0"), "--json");
        using JsonDocument document = JsonDocument.Parse(output);
        JsonElement change = document.RootElement.GetProperty("changes")[0][0];
        Assert.Equal(ExitCode.Violation, code);
        Assert.False(document.RootElement.GetProperty("isSame").GetBoolean());
        Assert.Equal(
            ("counter", "vmap_lazy_nr", "2 -> 0"),
            (change.GetProperty("kind").GetString(), change.GetProperty("subject").GetString(),
                change.GetProperty("text").GetString()));

        (_, output, _) = await Of(Header + Blocks, Header + "p0 = vmalloc(1)\n", "--json");
        using JsonDocument traces = JsonDocument.Parse(output);
        Assert.Equal("changed", traces.RootElement.GetProperty("commands")[0]
            .GetProperty("kind").GetString());
    }

    [Fact]
    public async Task Says_when_one_holds_more_dumps()
    {
        (_, string one, _) = await VmcheckProcess.RunOn(Header + Blocks, "dump");
        (ExitCode code, string output, _) = await Of(one, one + one);
        Assert.Equal(ExitCode.Violation, code);
        Assert.Matches("^.* holds 1 dump, .* 2\n", output);
    }

    [Theory]
    [InlineData("nothing of the kind\n", "is neither a dump nor a trace")]
    [InlineData("", "is neither a dump nor a trace")]
    [InlineData("vmcheck trace 2\n", "line 1, column 15: version 2 is not known")]
    [InlineData("---[ vmalloc() Area ]---\nhere\n", "line 2, column 1: expected 'START'")]
    [InlineData("---[ counters ]---\n", "line 1, column 1: expected '---[ areas")]
    public async Task Returns_2_for_what_is_neither(string text, string told)
    {
        (ExitCode code, string output, string error) = await Of(Header + Blocks, text);
        Assert.Equal((ExitCode.BadInput, ""), (code, output));
        Assert.Contains(told, error);
    }

    [Fact]
    public async Task Returns_2_for_the_page_tables_of_a_kernel_and_says_what_it_takes()
    {
        (_, string tables, _) = await VmcheckProcess.RunOn(
            Header + Blocks, "dump", "--ptdump", "--quiet");
        (ExitCode code, string output, string error) = await Of(tables, tables);
        Assert.Equal((ExitCode.BadInput, ""), (code, output));
        Assert.Contains("as dump prints them with --ptdump; compared is what dump prints", error);
    }

    [Fact]
    public async Task Returns_2_for_a_dump_and_a_trace()
    {
        (_, string dump, _) = await VmcheckProcess.RunOn(Header + Blocks, "dump");
        (ExitCode code, _, string error) = await Of(dump, Header + Blocks);
        Assert.Equal(ExitCode.BadInput, code);
        Assert.Matches("holds 1 dump, .* a trace; compared are two dumps, or two traces", error);
    }

    [Fact]
    public async Task Returns_2_for_a_target_of_dumps()
    {
        (_, string dump, _) = await VmcheckProcess.RunOn(Header + Blocks, "dump");
        (ExitCode code, _, string error) = await Of(dump, dump, "--target=model");
        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains("--target is for traces", error);
    }

    /// <summary>Of random traces; what used the result of the missing one stays the same.</summary>
    [Fact]
    public void Finds_the_command_that_is_missing_and_no_other()
    {
        for (ulong seed = 0; seed < 50; seed++)
        {
            Trace trace = Resolved(
                Generator.Draw(seed, Machines.Tight64, Era.V2632, DefectMode.Fixed, 30));
            IReadOnlyList<Command> commands = trace.Commands;
            int gone = (int)seed % commands.Count;
            // Uses of what is gone are written with the letter of a block.
            gone -= commands[gone].Signature.Product is Product.Nothing or Product.Block ? 0 : gone;
            Assert.All(
                CommandChanges.Of(commands, commands),
                static one => Assert.Equal(CommandChangeKind.Same, one.Kind));
            CommandChange[] less =
            [
                .. CommandChanges.Of(commands, [.. commands.Where((_, i) => i != gone)])
                    .Where(static one => one.Kind != CommandChangeKind.Same),
            ];
            Assert.Equal(TraceWriter.Lines(commands)[gone].Split('(')[0].Split(' ')[^1],
                Assert.Single(less).Text.Split('(')[0].Split(' ')[^1]);
        }
    }

    /// <summary>A run gives drafted operands their names.</summary>
    static Trace Resolved(Trace draft)
    {
        Checker checker = new(new Model.Model(draft.Era, draft.Mode), []) { Records = true };
        checker.Run(draft);
        return draft with { Commands = [.. checker.Named] };
    }

    [Theory]
    [InlineData("-", "-", "standard input holds one of the two")]
    [InlineData("/does/not/exist", "-", "does not exist")]
    public async Task Returns_2_for_wrong_usage(string one, string other, string told)
    {
        (ExitCode code, _, string error) = await VmcheckProcess.Run("diff", one, other);
        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains(told, error);
    }

    static async Task<(ExitCode Code, string Output, string Error)> Of(
        string one, string other, params string[] options)
    {
        string file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, one);
            return await VmcheckProcess.RunOn(other, ["diff", .. options, file]);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
