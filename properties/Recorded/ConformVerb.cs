// SPDX-License-Identifier: GPL-2.0-only
using System.Text.Json;
using Verification.Vmcheck;
using Xunit;

namespace Verification.Properties;

/// <summary>`conform` as a script sees it: exit code, text, JSON.</summary>
public sealed class ConformVerb
{
    [Fact]
    public async Task Returns_0_and_the_figures_when_all_is_reproduced()
    {
        (ExitCode code, string output, string error) =
            await RunOn("a.txt", Golden.Text("case-hull.txt"));
        Assert.Equal((ExitCode.Clean, ""), (code, error));
        Assert.Contains("1 files, 18 commands, 18 reproduced, 0 out of reach, 0 files", output);
    }

    [Fact]
    public async Task Returns_1_and_both_sides_when_a_file_differs()
    {
        (ExitCode code, string output, _) = await RunOn("a.txt", Doctored());
        Assert.Equal(ExitCode.Violation, code);
        Assert.Contains("a.txt:26: __vmalloc_node size=2bc000", output);
        Assert.Contains("+va @3000 @2c1000 4", output);
        Assert.Contains("+va @3000 @2c0000 4", output);
    }

    [Fact]
    public async Task Prints_one_JSON_object()
    {
        (_, string output, _) = await RunOn("a.txt", Doctored(), "--json");
        using JsonDocument document = JsonDocument.Parse(output);
        JsonElement root = document.RootElement;
        Assert.Equal(1, root.GetProperty("files").GetInt32());
        Assert.Equal(22, root.GetProperty("commands").GetInt32());
        Assert.Equal(5, root.GetProperty("reproduced").GetInt32());
        Assert.Equal(0, root.GetProperty("outOfReach").GetInt32());
        JsonElement difference = Assert.Single(root.GetProperty("differences").EnumerateArray());
        Assert.Equal(26, difference.GetProperty("line").GetInt32());
        Assert.Equal("state", difference.GetProperty("kinds").GetString());
        Assert.Equal("+va @3000 @2c1000 4", difference.GetProperty("expected")[0].GetString());
        Assert.Equal("+va @3000 @2c0000 4", difference.GetProperty("actual")[0].GetString());
    }

    [Theory]
    [InlineData("a.txt", "hello\n", "a.txt:1:1: a recording begins with its config line")]
    [InlineData("a.txt", "", "a.txt:1:1: a recording begins with its config line")]
    [InlineData("a.log", "hello\n", "holds no .txt file")]
    public async Task Returns_2_and_the_place_when_the_input_is_no_recording(
        string name, string text, string complaint)
    {
        (ExitCode code, string output, string error) = await RunOn(name, text);
        Assert.Equal(ExitCode.BadInput, code);
        Assert.DoesNotContain("1 files", output, StringComparison.Ordinal);
        Assert.Contains(complaint, error);
    }

    [Fact]
    public async Task Compares_the_other_files_when_one_is_no_recording()
    {
        DirectoryInfo directory = Directory.CreateTempSubdirectory("conform");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(directory.FullName, "a.txt"), "hello\n");
            await File.WriteAllTextAsync(
                Path.Combine(directory.FullName, "b.txt"), Golden.Text("case-hull.txt"));

            (ExitCode code, string output, string error) =
                await Run("conform", directory.FullName, "--json");

            Assert.Equal(ExitCode.BadInput, code);
            Assert.Contains("a.txt:1:1: a recording begins", error);
            using JsonDocument document = JsonDocument.Parse(output);
            Assert.Equal(18, document.RootElement.GetProperty("reproduced").GetInt32());
            Assert.Single(document.RootElement.GetProperty("unreadable").EnumerateArray());
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Returns_2_when_the_directory_does_not_exist()
    {
        (ExitCode code, _, string error) = await Run("conform", "no-such-directory");
        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains("no-such-directory does not exist", error);
    }

    [Fact]
    public async Task Returns_4_when_no_command_is_in_reach()
    {
        (ExitCode code, _, string error) =
            await RunOn("a.txt", Golden.Text("case-info.txt").Replace(" cpus=2 ", " cpus=33 "));
        Assert.Equal(ExitCode.NothingChecked, code);
        Assert.Contains("nothing was checked", error);
    }

    /// <summary>The block of 700 pages ends a page later than it did; line 26 says so.</summary>
    static string Doctored() =>
        Golden.Text("case-info.txt").Replace("+va @3000 @2c0000 4", "+va @3000 @2c1000 4");

    static async Task<(ExitCode Code, string Output, string Error)> RunOn(
        string name, string text, params string[] options)
    {
        DirectoryInfo directory = Directory.CreateTempSubdirectory("conform");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(directory.FullName, name), text);
            return await Run(["conform", directory.FullName, .. options]);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    static async Task<(ExitCode Code, string Output, string Error)> Run(params string[] arguments)
    {
        StringWriter output = new();
        StringWriter error = new();
        int code = await Program.RunAsync(arguments, output, error);
        return ((ExitCode)code, output.ToString(), error.ToString());
    }
}
