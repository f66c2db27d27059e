// SPDX-License-Identifier: GPL-2.0-only
using System.Text.Json;
using Verification.Vmcheck;
using Xunit;

namespace Verification.Properties;

public class AuditVerb
{
    [Trait("Length", "long")]
    [Theory]
    [MemberData(nameof(Sample.Names), MemberType = typeof(Sample))]
    public async Task Returns_0_for_a_healthy_listing(string name)
    {
        (int code, string output, string error) = await Run("audit", Sample.PathOf(name));
        Assert.Equal((int)ExitCode.Clean, code);
        Assert.Contains("0 findings, 0 lines not read", output);
        Assert.Empty(error);
    }

    [Fact]
    public async Task Returns_1_and_names_line_rule_and_caller_of_a_finding()
    {
        (int code, string output, _) = await RunOn(Sample.With(
            "linux-6.1-plain",
            3,
            text => text.Replace("pages=4", "pages=5").Replace("N0=4", "N0=5")));
        Assert.Equal((int)ExitCode.Violation, code);
        Assert.Contains(":3: behind the pages of an area there is room for one guard page", output);
        Assert.Contains("kernel_clone: 20480 bytes have room for 5 pages", output);
    }

    [Theory]
    [InlineData("no area at all\n")]
    [InlineData("0xf8000000-0xf8002000    8192 f+0x1/0x2 pages=1 vmalloc\nbroken\n")]
    [InlineData("\0\u0001\u0002")]
    public async Task Returns_2_for_lines_it_cannot_read(string text)
    {
        (int code, _, string error) = await RunOn(text);
        Assert.Equal((int)ExitCode.BadInput, code);
        Assert.StartsWith("vmcheck: ", error);
    }

    [Theory]
    [InlineData("audit", "/does/not/exist")]
    [InlineData("audit", "/")]
    [InlineData("audit", "a", "b")]
    [InlineData("audit", "--unknown")]
    [InlineData("audit", "--page-size", "4095")]
    [InlineData("audit", "--page-size", "many")]
    [InlineData("frobnicate")]
    [InlineData]
    public async Task Returns_2_for_wrong_usage(params string[] arguments)
    {
        (int code, _, string error) = await Run(arguments);
        Assert.Equal((int)ExitCode.BadInput, code);
        Assert.NotEmpty(error);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n  \n")]
    public async Task Returns_4_when_nothing_was_checked(string text)
    {
        (int code, _, string error) = await RunOn(text);
        Assert.Equal((int)ExitCode.NothingChecked, code);
        Assert.Contains("nothing was checked", error);
    }

    [Fact]
    public async Task Finds_nothing_on_this_machine_or_says_what_is_in_the_way()
    {
        (int code, string output, string error) = await Run("audit");
        if (code == (int)ExitCode.TargetUnavailable)
        {
            Assert.Contains("vmcheck audit FILE", error);
        }
        else if (code == (int)ExitCode.NothingChecked)
        {
            Assert.Empty(await File.ReadAllTextAsync("/proc/vmallocinfo"));
        }
        else
        {
            Assert.Contains(" 0 findings, 0 lines not read", output);
        }
    }

    [Fact]
    public async Task Prints_one_JSON_object_on_request()
    {
        string text = Sample.With(
            "linux-6.1-plain", 3, line => line.Replace("pages=4", "pages=5 shiny")) + "broken\n";
        (int code, string output, string error) = await RunOn(text, "--json");
        Assert.Empty(error);
        Assert.Equal((int)ExitCode.Violation, code);
        using JsonDocument document = JsonDocument.Parse(output);
        JsonElement root = document.RootElement;
        Assert.Equal(18, root.GetProperty("lines").GetInt32());
        Assert.Equal(17, root.GetProperty("areas").GetInt32());
        Assert.Equal(2, root.GetProperty("findings").GetArrayLength());
        JsonElement guard = root.GetProperty("findings")[0];
        Assert.Equal(3, guard.GetProperty("line").GetInt32());
        Assert.Equal("EndsInAGuardPage", guard.GetProperty("rule").GetString());
        Assert.Equal("kernel_clone", guard.GetProperty("caller").GetString());
        JsonElement broken = Assert.Single(root.GetProperty("unparsed").EnumerateArray());
        Assert.Equal(18, broken.GetProperty("line").GetInt32());
        Assert.Equal(1, broken.GetProperty("column").GetInt32());
        JsonElement shiny = Assert.Single(root.GetProperty("unknownAttributes").EnumerateArray());
        Assert.Equal("shiny", shiny.GetProperty("text").GetString());
    }

    static async Task<(int Code, string Output, string Error)> RunOn(
        string text, params string[] options)
    {
        string path = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(path, text);
            return await Run(["audit", path, .. options]);
        }
        finally
        {
            File.Delete(path);
        }
    }

    static async Task<(int Code, string Output, string Error)> Run(params string[] arguments)
    {
        StringWriter output = new();
        StringWriter error = new();
        int code = await Program.RunAsync(arguments, output, error);
        return (code, output.ToString(), error.ToString());
    }
}
