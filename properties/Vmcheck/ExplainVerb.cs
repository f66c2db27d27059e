// SPDX-License-Identifier: GPL-2.0-only
using System.Text.Json;
using Verification.Vmcheck;
using Xunit;

namespace Verification.Properties;

/// <summary>`vmcheck explain`, run in this process.</summary>
public sealed class ExplainVerb
{
    const string Head = TraceVerbs.Faithful;

    const string DoubleFree = Head + "p0 = vmalloc(4096)\nvfree(p0)\nvfree(p0)\n";
    const string Harmless = Head + "p0 = vmalloc(4096)\nvfree(p0)\n";

    [Fact]
    public async Task Returns_1_and_ends_with_the_broken_law_its_culprit_and_since_when()
    {
        (ExitCode code, string output, string error) =
            await VmcheckProcess.RunOn(DoubleFree, "explain");

        Assert.Equal((ExitCode.Violation, ""), (code, error));
        Assert.StartsWith("BROKEN  in step 3 of 3: no call runs into a BUG_ON", output);
        Assert.Contains("\nlaw     NoCallEndsInABug, from mm/vmalloc.c\n", output);
        Assert.Contains("\nsince   step 1: p0 = vmalloc(4096);\n", output);
        Assert.EndsWith("\n\nbroken: NoCallEndsInABug, IllegalCallsWarn\n", output);
        Assert.DoesNotContain('\e', output);
    }

    [Fact]
    public async Task Returns_0_when_nothing_is_broken()
    {
        (ExitCode code, string output, _) = await VmcheckProcess.RunOn(Harmless, "explain");

        Assert.Equal(ExitCode.Clean, code);
        Assert.EndsWith("\n\nno law was broken\n", output);
    }

    [Fact]
    public async Task Returns_4_when_no_command_can_be_run()
    {
        (ExitCode code, string output, string error) =
            await VmcheckProcess.RunOn(Head + "vfree(p3)\n", "explain");

        Assert.Equal(ExitCode.NothingChecked, code);
        Assert.Contains("skipped: it uses what does not exist", output);
        Assert.Contains("nothing was checked", error);
    }

    [Fact]
    public async Task Tells_the_steps_that_it_is_asked_for()
    {
        (_, string output, _) =
            await VmcheckProcess.RunOn(DoubleFree, "explain", "--steps", "2-2");

        Assert.Contains("== step 2 of 3 ", output);
        Assert.DoesNotContain("== step 1 of 3 ", output);
        Assert.DoesNotContain("== step 3 of 3 ", output);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("3-2")]
    [InlineData("-2")]
    [InlineData("1-2-3")]
    [InlineData("two")]
    [InlineData("4")]
    public async Task Returns_2_for_steps_that_are_none(string steps)
    {
        (ExitCode code, string output, string error) =
            await VmcheckProcess.RunOn(DoubleFree, "explain", $"--steps={steps}");

        Assert.Equal(ExitCode.BadInput, code);
        Assert.DoesNotContain("== step", output);
        Assert.Contains($"--steps {steps}", error);
    }

    [Fact]
    public async Task Prints_the_broken_laws_and_the_verdict_when_quiet()
    {
        (ExitCode code, string output, _) =
            await VmcheckProcess.RunOn(DoubleFree, "explain", "--quiet");

        Assert.Equal(ExitCode.Violation, code);
        Assert.StartsWith("BROKEN  no call runs into a BUG_ON or a wild pointer\n", output);
        Assert.EndsWith("\nbroken: NoCallEndsInABug, IllegalCallsWarn\n", output);
        Assert.DoesNotContain("== step", output);
    }

    [Theory]
    [InlineData("", 191)]
    [InlineData("1-", 1)]
    [InlineData("7-", 7)]
    public async Task Tells_the_end_of_a_long_trace_unless_it_is_asked_for_more(
        string steps, int first)
    {
        string calls = string.Concat(Enumerable.Repeat("vm_unmap_aliases()\n", 200));
        string[] asked = steps.Length == 0 ? [] : ["--steps", steps];
        (_, string output, _) = await VmcheckProcess.RunOn(Head + calls, ["explain", .. asked]);

        Assert.Contains($"== step {first} of 200 ", output);
        Assert.DoesNotContain($"== step {first - 1} of 200 ", output);
        Assert.Contains("== step 200 of 200 ", output);
        Assert.Equal(steps.Length == 0, output.Contains("steps 1 to 190 were run"));
    }

    [Fact]
    public async Task Prints_one_object_with_every_step()
    {
        (_, string output, _) = await VmcheckProcess.RunOn(DoubleFree, "explain", "--json");

        using JsonDocument story = JsonDocument.Parse(output);
        JsonElement steps = story.RootElement.GetProperty("steps");
        Assert.Equal(3, steps.GetArrayLength());
        Assert.Equal("p0 = vmalloc(4096);", steps[0].GetProperty("statement").GetString());
        Assert.Equal(0, steps[0].GetProperty("step").GetInt32());
        Assert.Equal(
            (0, 1),
            (steps[0].GetProperty("ledgerBefore").GetProperty("live").GetInt32(),
                steps[0].GetProperty("ledger").GetProperty("live").GetInt32()));
        Assert.Equal(JsonValueKind.Null, steps[2].GetProperty("changes").ValueKind);
        Assert.Equal(2, steps[2].GetProperty("broken").GetArrayLength());
    }

    [Fact]
    public async Task Tells_what_vmallocinfo_printed_in_lines_that_fit()
    {
        const string calls = "p0 = vmalloc_user(0x10000)\nvmallocinfo()\n";
        (_, string output, _) = await VmcheckProcess.RunOn(Head + calls, "explain");

        Assert.Contains(
            "\nlist    0x0000490000000000-0x0000490000011000   69632 site pages=16 vmalloc\n"
                + "          user N0=16\n",
            output);
        (_, output, _) = await VmcheckProcess.RunOn(Head + calls, "explain", "--json");
        using JsonDocument story = JsonDocument.Parse(output);
        Assert.Equal(
            "0x0000490000000000-0x0000490000011000   69632 site pages=16 vmalloc user N0=16",
            story.RootElement.GetProperty("steps")[1].GetProperty("printed")[0].GetString());
    }

    /// <summary>The next address would be 0, below all of the range.</summary>
    [Fact]
    public async Task Draws_a_range_up_to_the_last_of_all_addresses()
    {
        string trace = Harmless.Replace(
            " start=0x490000000000 end=0x49000003ffff",
            " start=0xffffffffffff0000 end=0xffffffffffffffff",
            StringComparison.Ordinal);

        (ExitCode code, string output, string error) =
            await VmcheckProcess.RunOn(trace, "explain");

        Assert.Equal((ExitCode.Clean, ""), (code, error));
        Assert.Contains(
            "START+0x0 to START+0xf000: 15 pages of 4K, one a column\n", output);
        Assert.Contains("\nafter   Ag.............\n", output);
    }
}
