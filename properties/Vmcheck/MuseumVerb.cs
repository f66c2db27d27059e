// SPDX-License-Identifier: GPL-2.0-only
using System.Text.Json;
using Verification.Museum;
using Verification.Search;
using Verification.Vmcheck;
using Xunit;

namespace Verification.Properties;

/// <summary>`vmcheck museum`, run in this process.</summary>
[Trait("Length", "long")]
public sealed class MuseumVerb
{
    [Fact]
    public async Task Shows_one_exhibit_in_detail()
    {
        (ExitCode code, string output, string error) =
            await VmcheckProcess.Run("museum", "--exhibit", "M14");
        Exhibit exhibit = Collection.Find("M14")!;

        Assert.Equal((ExitCode.Clean, ""), (code, error));
        Assert.StartsWith(
            "1 exhibit, 1 seed from 1, 5 s of processor time for each hunt\n", output);
        Assert.Contains("M14   ArraysNestAboveOnePage ", output);
        Assert.Contains("1 of 1 exhibit found\n", output);
        Assert.Contains(exhibit.Story, output);
        Assert.Contains($"- {exhibit.Plant[0].Old}\n+ {exhibit.Plant[0].New}\n", output);
        Assert.Contains("  law       ArraysNestAboveOnePage\n", output);
    }

    [Fact]
    public async Task Prints_one_json_object()
    {
        (ExitCode code, string output, string error) = await VmcheckProcess.Run(
            "museum", "--exhibit", "M14", "--seed", "0x3", "--seconds", "20", "--json");
        using JsonDocument json = JsonDocument.Parse(output);
        JsonElement exhibit = json.RootElement.GetProperty("exhibits")[0];

        Assert.Equal(ExitCode.Clean, code);
        Assert.Contains("1 of 1 exhibit found", error);
        Assert.Equal(3, json.RootElement.GetProperty("seed").GetInt32());
        Assert.Equal("M14", exhibit.GetProperty("id").GetString());
        Assert.True(exhibit.GetProperty("found").GetBoolean());
        Assert.Equal("ArraysNestAboveOnePage", exhibit.GetProperty("law").GetString());
        Assert.InRange(exhibit.GetProperty("commands").GetInt64(), 1, 100_000);
        Assert.Equal(1, exhibit.GetProperty("traceLength").GetInt32());
        Assert.InRange(exhibit.GetProperty("seconds").GetDouble(), 0.0001, 30);
        Assert.Empty(json.RootElement.GetProperty("missed").EnumerateArray());
    }

    [Fact]
    public async Task Returns_1_and_says_how_to_look_again_when_one_is_missed()
    {
        (ExitCode code, string output, _) = await VmcheckProcess.Run(
            "museum", "--exhibit", "M14", "--seconds", "0.001");

        Assert.Equal(ExitCode.Violation, code);
        Assert.Contains("0 of 1 exhibit found, 1 missed\n", output);
        Assert.Contains($"again: {CommandLine.InRepository} museum "
            + "--exhibit M14 --seed 1 --seconds 0.001\n", output);
    }

    [Theory]
    [InlineData("--target c:x.so: mistakes are planted in model or", "--target", "c:x.so")]
    [InlineData("--tree is for --target kernel", "--target", "c:x.so", "--tree", "x", "--full")]
    [InlineData("expects a single argument", "--target", "model", "--target", "model")]
    [InlineData("Required argument missing", "--target")]
    public async Task Returns_2_for_what_no_mistake_is_planted_in(
        string complaint, params string[] options)
    {
        (ExitCode code, _, string error) = await VmcheckProcess.Run(["museum", .. options]);

        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains(complaint, error);
        Assert.DoesNotContain("defect", error);
    }

    [Theory]
    [InlineData("m14", "not known; near it are M14")]
    [InlineData("M99", "not known; near it are M")]
    [InlineData("B64", "not in the museum yet: ")]
    public async Task Names_those_near_an_exhibit_it_does_not_know(string id, string complaint)
    {
        (ExitCode code, _, string error) = await VmcheckProcess.Run("museum", "--exhibit", id);

        Assert.Equal(ExitCode.BadInput, code);
        Assert.StartsWith($"--exhibit {id}: {complaint}", error);
    }
}
