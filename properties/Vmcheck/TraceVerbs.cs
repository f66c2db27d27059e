// SPDX-License-Identifier: GPL-2.0-only
using System.Text.Json;
using Verification.Spec;
using Verification.Vmcheck;
using Xunit;

namespace Verification.Properties;

/// <summary>`vmcheck replay` and `vmcheck shrink`, run in this process.</summary>
public sealed class TraceVerbs
{
    const string Header = "vmcheck trace 1\n"
        + "machine \"m\" page=4096 levels=9/9/9/9 start=0x490000000000 end=0x49000003ffff ram=40 "
        + "frames=56 nodes=1 cpus=1 online=1 lazymax=8192 rcu=end debug_pagealloc=0 dma32=1 "
        + "prints=1 shmlba=4096\n";

    const string Fixed = Header + "era 2.6.32 fixed\n";
    internal const string Faithful = Header + "era 2.6.32 faithful\n";
    const string DoubleFree = "p0 = vmalloc(8192)\nvfree(p0)\np1 = vmalloc(12288)\nvfree(p0)\n";
    const string First =
        "0x0000490000000000-0x0000490000002000    8192 site pages=1 vmalloc N0=1";
    const string Listed =
        "p0 = vmalloc(4096)\np1 = vmalloc(4096) list page 0\nvmallocinfo()\n";
    const string Padding = "p7 = vmalloc(4096)\nf8 = take(2, -1)\nvmallocinfo()\nvfree(p7)\n";

    [Fact]
    public async Task Replay_returns_0_and_shows_the_calls_of_a_trace_that_breaks_nothing()
    {
        (ExitCode code, string output, string error) =
            await VmcheckProcess.RunOn(Fixed + DoubleFree, "replay");
        Assert.Equal((ExitCode.Clean, ""), (code, error));
        Assert.Contains("p0 = vmalloc(8192);", output);
        Assert.EndsWith(
            "4 of 4 commands checked, 0 skipped, 0 refused; no law was broken\n", output);
    }

    /// <summary>Whatever another task read in the middle of a call too.</summary>
    [Theory]
    [InlineData("replay")]
    [InlineData("dump")]
    public async Task Show_what_vmallocinfo_printed_below_its_call(string verb)
    {
        (_, string output, _) = await VmcheckProcess.RunOn(Fixed + Listed, verb);
        Assert.Contains($"/* list read at page 0: -> START+0x3000 */\n    {First}\n", output);
        Assert.Contains($"\n$ cat /proc/vmallocinfo\n    {First}\n    0x0000490000003000-", output);
        (_, output, _) = await VmcheckProcess.RunOn(Fixed + Listed, verb, "--json");
        using JsonDocument document = JsonDocument.Parse(output);
        string[][] printed = [.. document.RootElement.GetProperty("calls").EnumerateArray()
            .Select(static call => call.GetProperty("printed").EnumerateArray()
                .Select(static line => line.GetString()!).ToArray())];
        Assert.Equal([0, 1, 2], printed.Select(static lines => lines.Length));
        Assert.Equal([First, First], [printed[1][0], printed[2][0]]);
    }

    [Fact]
    public async Task Show_the_ends_of_a_long_list_and_in_JSON_all_of_it()
    {
        string trace = Fixed.Replace("end=0x49000003ffff", "end=0x4900000fffff")
            + string.Concat(Enumerable.Range(0, 40).Select(static n => $"p{n} = vmalloc(1)\n"))
            + "vmallocinfo()\n";
        (_, string output, _) = await VmcheckProcess.RunOn(trace, "replay");
        Assert.Equal(32, output.Split('\n').Count(
            static line => line.StartsWith("    0x", StringComparison.Ordinal)));
        Assert.Contains("\n    (8 more)\n    0x0000490000060000-", output);
        (_, output, _) = await VmcheckProcess.RunOn(trace, "replay", "--json");
        using JsonDocument document = JsonDocument.Parse(output);
        Assert.Equal(40, document.RootElement.GetProperty("calls")[40]
            .GetProperty("printed").GetArrayLength());
    }

    /// <summary>A mistake that a BUG_ON notices breaks no law, and yet it is the end.</summary>
    [Fact]
    public async Task Replay_and_explain_say_where_the_kernel_ended_and_what_was_not_reached()
    {
        const string calls = "p0 = vmalloc(4096)\nvm_unmap_ram(NULL)\nvfree(p0)\nvfree(p9)\n";
        const string end = "the kernel ended in a BUG at step 2; 2 not reached";
        (ExitCode code, string output, _) = await VmcheckProcess.RunOn(Fixed + calls, "replay");
        Assert.Equal(ExitCode.Clean, code);
        Assert.EndsWith(
            "/* not reached */\n"
                + $"2 of 4 commands checked, 0 skipped, 0 refused; {end}; no law was broken\n",
            output);
        (_, output, _) = await VmcheckProcess.RunOn(Fixed + calls, "explain");
        Assert.EndsWith($"\n\n{end}\n\nno law was broken\n", output);
        foreach (string verb in new[] { "replay", "explain" })
        {
            (_, output, _) = await VmcheckProcess.RunOn(Fixed + calls, verb, "--json");
            using JsonDocument document = JsonDocument.Parse(output);
            JsonElement ending = document.RootElement.GetProperty("ending");
            Assert.Equal(
                (1, "bug", 2),
                (ending.GetProperty("step").GetInt32(), ending.GetProperty("how").GetString(),
                    ending.GetProperty("notReached").GetInt32()));
        }
    }

    [Theory]
    [InlineData("replay", "0 of 1 commands checked, 0 skipped, 1 refused")]
    [InlineData("explain", "        /* refused: the alignment must be a power of two")]
    [InlineData("dump", "1, __builtin_return_address(0)); /* refused: the alignment must be")]
    [InlineData("shrink", "")]
    public async Task Say_which_duty_the_first_command_broke_when_none_could_be_run(
        string verb, string told)
    {
        (ExitCode code, string output, string error) = await VmcheckProcess.RunOn(
            Fixed + "p1 = __vmalloc_node(4096, 3, GFP_KERNEL, PAGE_KERNEL, -1)\n", verb);
        Assert.Equal(ExitCode.NothingChecked, code);
        Assert.Contains(told, output);
        Assert.Contains(
            "no command could be run (the first was refused: the alignment must be a power of two, "
                + "of at most 2^20 pages)",
            error);
    }

    [Fact]
    public async Task Replay_returns_1_and_reports_every_law_that_is_broken()
    {
        (ExitCode code, string output, _) =
            await VmcheckProcess.RunOn(Faithful + DoubleFree, "replay");
        Assert.Equal(ExitCode.Violation, code);
        Assert.Contains("=> vfree(p0);", output);
        Assert.EndsWith(
            "4 of 4 commands checked, 0 skipped, 0 refused; broken: EventsFitTogether\n", output);
    }

    /// <summary>Item 15 breaks five laws, one behind the other; two commands stay two.</summary>
    [Fact]
    public async Task Replay_counts_a_command_once_however_many_laws_it_breaks()
    {
        (_, string output, _) = await VmcheckProcess.RunOn(
            Faithful + "p0 = vmalloc(8192)\nvunmap(p0)\n", "replay");
        Assert.Contains("\n2 of 2 commands checked, ", output);
        Assert.Contains("broken: IllegalCallsWarn, ", output);
    }

    [Fact]
    public async Task Replay_on_two_targets_returns_0_and_says_how_much_was_compared()
    {
        (ExitCode code, string output, string error) = await VmcheckProcess.RunOn(
            Fixed + DoubleFree + "vfree(p9)\n", "replay", "--target", "model", "--target", "model");
        Assert.Equal((ExitCode.Clean, ""), (code, error));
        Assert.StartsWith("model: model, profile \"2.6.32\", fixed\nmodel: model", output);
        Assert.EndsWith(
            "\n4 calls compared, no difference; 1 could not be: 1 made by neither\n", output);
    }

    [Theory]
    [InlineData("6.1", "kernel-source")]
    [InlineData("6.12", "kernel-source --kernel 6.12")]
    public async Task Return_2_for_an_era_that_the_model_does_not_know(string era, string wanted)
    {
        string trace = Header + $"era {era} fixed\n" + DoubleFree;
        foreach (string[] verb in new[]
            { ["replay"], ["shrink"], ["dump"], new[] { "replay", "--target=model", "--target=model" } })
        {
            (ExitCode code, string output, string error) = await VmcheckProcess.RunOn(trace, verb);
            Assert.Equal((ExitCode.BadInput, ""), (code, output));
            Assert.Equal(
                $"vmcheck: the trace is of {era}, and the model knows 2.6.32, 2.6.37, "
                    + $"2.6.39 and 3.0; add --target {wanted}\n",
                error);
        }
    }

    [Fact]
    public async Task Replay_on_two_targets_returns_4_when_nothing_can_be_compared()
    {
        (ExitCode code, _, string error) = await VmcheckProcess.RunOn(
            Fixed + "vfree(p9)\n", "replay", "--target", "model", "--target", "model");
        Assert.Equal(ExitCode.NothingChecked, code);
        Assert.Contains("no call could be compared; 1 could not be: 1 made by neither", error);
    }

    [Theory]
    [InlineData("replay", 3, "this verb takes one, or two that are compared")]
    [InlineData("dump", 2, "this verb takes one")]
    public async Task Return_2_for_more_targets_than_they_take(string verb, int times, string told)
    {
        (ExitCode code, _, string error) = await VmcheckProcess.Run(
            [verb, "x", .. Enumerable.Repeat("--target=model", times)]);
        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains($"--target is given {times} times; {told}", error);
    }

    [Fact]
    public async Task Read_a_file_that_begins_with_a_byte_order_mark()
    {
        (ExitCode code, _, string error) =
            await VmcheckProcess.RunOn("\uFEFF" + Fixed + DoubleFree, "replay");
        Assert.Equal((ExitCode.Clean, ""), (code, error));
    }

    [Fact]
    public async Task Quote_a_file_without_what_steers_a_terminal()
    {
        (ExitCode code, _, string error) =
            await VmcheckProcess.RunOn("\u001b[31mvmcheck\a trace 1\n", "replay");
        Assert.Equal(ExitCode.BadInput, code);
        Assert.DoesNotContain(error.TrimEnd('\n'), char.IsControl);
    }

    [Theory]
    [InlineData("")]
    [InlineData("vfree(p3)\nvunmap(m4)\n")]
    public async Task Return_4_when_nothing_can_be_checked(string commands)
    {
        foreach (string verb in new[] { "replay", "shrink" })
        {
            (ExitCode code, _, string error) =
                await VmcheckProcess.RunOn(Fixed + commands, verb);
            Assert.Equal(ExitCode.NothingChecked, code);
            Assert.Contains("nothing was checked", error);
        }
    }

    [Trait("Length", "long")]
    [Theory]
    [InlineData("", "line 1, column 1")]
    [InlineData("vmcheck trace 2\n", "line 1, column 15")]
    [InlineData(Fixed + "p0 = vmalloc(8192\n", "line 4, column 18")]
    [InlineData(Fixed + "frobnicate()\n", "line 4, column 1")]
    [InlineData(Fixed + "p0 = vmalloc(-1)\n", "line 4, column 14")]
    [InlineData(Fixed + "p0 = vmalloc(99999999999999999999)\n", "line 4, column 14")]
    [InlineData("vmcheck\0", "NUL")]
    public async Task Return_2_with_line_and_column_for_what_is_no_trace(string text, string told)
    {
        foreach (string verb in new[] { "replay", "shrink" })
        {
            (ExitCode code, _, string error) = await VmcheckProcess.RunOn(text, verb);
            Assert.Equal(ExitCode.BadInput, code);
            Assert.Contains(told, error);
            Assert.DoesNotContain("defect of vmcheck", error);
        }
    }

    [Theory]
    [InlineData("replay")]
    [InlineData("shrink")]
    [InlineData("replay", "/does/not/exist")]
    [InlineData("shrink", "/")]
    [InlineData("replay", "--frobnicate")]
    [InlineData("shrink", "a", "-o")]
    [InlineData("claim", "everything")]
    public async Task Return_2_for_wrong_usage(params string[] args)
    {
        (ExitCode code, _, string error) = await VmcheckProcess.Run(args);
        Assert.Equal(ExitCode.BadInput, code);
        Assert.NotEmpty(error);
        Assert.DoesNotContain("defect of vmcheck", error);
    }

    [Fact]
    public async Task Shrink_prints_a_smaller_trace_that_breaks_the_same_law()
    {
        (ExitCode code, string output, string error) =
            await VmcheckProcess.RunOn(Faithful + Padding + DoubleFree, "shrink");
        Assert.Equal(ExitCode.Violation, code);
        Trace shrunk = TraceReader.Read(output);
        Assert.InRange(shrunk.Commands.Count, 1, 4);
        string law = new Checker(new Model.Model(shrunk.Era, shrunk.Mode)).Run(shrunk)!.Law.Name;
        Assert.StartsWith($"{law}: 8 commands, now {shrunk.Commands.Count}; ", error);
        Assert.Contains("1-minimal: verified", error);
    }

    [Fact]
    public async Task Shrink_writes_the_file_it_is_told_to()
    {
        string file = Path.GetTempFileName();
        (ExitCode code, string output, _) = await VmcheckProcess.RunOn(
            Faithful + DoubleFree, "shrink", "-o", file);
        Assert.Equal((ExitCode.Violation, ""), (code, output));
        Assert.NotEmpty(TraceReader.Read(await File.ReadAllTextAsync(file)).Commands);
        File.Delete(file);
    }

    [Fact]
    public async Task Shrink_says_where_it_could_not_write()
    {
        (ExitCode code, _, string error) = await VmcheckProcess.RunOn(
            Faithful + DoubleFree, "shrink", "-o", "/does/not/exist");
        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains("/does/not/exist cannot be written", error);
    }

    [Fact]
    public async Task Shrink_returns_0_when_nothing_is_broken()
    {
        (ExitCode code, string output, string error) =
            await VmcheckProcess.RunOn(Fixed + DoubleFree, "shrink");
        Assert.Equal((ExitCode.Clean, ""), (code, output));
        Assert.Contains("there is nothing to shrink", error);
    }

    [Fact]
    public async Task Claim_lists_every_law()
    {
        (ExitCode code, string output, _) = await VmcheckProcess.Run("claim", "--json");
        Assert.Equal(ExitCode.Clean, code);
        Assert.All(Claim.All, law => Assert.Contains($"\"name\": \"{law.Name}\"", output));
        (_, string text, _) = await VmcheckProcess.Run("claim");
        Assert.Contains(AreaLaws.AreasAreDisjoint.Says, text);
    }
}
