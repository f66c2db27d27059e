// SPDX-License-Identifier: GPL-2.0-only
using System.Text.Json;
using Verification.Search;
using Verification.Spec;
using Verification.Vmcheck;
using Xunit;

namespace Verification.Properties;

/// <summary>What `check` keeps in its store, and does with it next time.</summary>
public sealed class StoredTraces : IDisposable
{
    static readonly string[] finds =
        ["check", "--faithful", "--machine", "toy", "--era", "2.6.32"];

    readonly TemporaryFolder store = new();

    public void Dispose() => store.Dispose();

    [Fact]
    public async Task Say_what_they_are_of_and_how_to_see_it_again()
    {
        await Check([.. finds, "--seed", "11", "--traces", "48"]);

        foreach (string file in Files())
        {
            string text = await File.ReadAllTextAsync(file);
            string cluster = Path.GetFileNameWithoutExtension(file);
            Law law = Claim.Find(cluster.Split('-')[0])!;
            Assert.StartsWith(
                $"# law     {law.Name}: {law.Says}\n# cluster {cluster}\n# target  model\n"
                + "# found   trace ", text);
            Assert.Contains(" of random seed 11\n# again   dotnet run ", text);
            Assert.Contains($" -- replay {file}\nvmcheck trace 1\n", text);
        }
    }

    [Fact]
    public async Task Are_run_first_and_found_again_but_not_shrunk_again()
    {
        await Check([.. finds, "--seed", "11", "--traces", "48"]);
        Dictionary<string, string> before = Files().ToDictionary(
            static file => file, File.ReadAllText);

        (ExitCode code, string output, string error) =
            await Check([.. finds, "--seed", "12", "--traces", "1", "--json"]);

        Assert.Equal(ExitCode.Violation, code);
        Assert.StartsWith(
            $"{before.Count} stored traces: {before.Count} still fail, 0 pass now\n", error);
        using JsonDocument json = JsonDocument.Parse(output);
        JsonElement[] stored = [.. json.RootElement.GetProperty("violations").EnumerateArray()
            .Where(static one => one.GetProperty("trace").ValueKind == JsonValueKind.Null)];
        Assert.Equal(before.Keys, stored.Select(
            static one => one.GetProperty("file").GetString()!).Order(StringComparer.Ordinal));
        Assert.All(stored, static one => Assert.Equal(1, one.GetProperty("runs").GetInt32()));
        Assert.All(before, static pair => Assert.Equal(pair.Value, File.ReadAllText(pair.Key)));
    }

    [Fact]
    public async Task Stay_when_they_pass_and_are_marked()
    {
        string file = store.Of("mine.trace");
        await File.WriteAllTextAsync(file, Trace("p0 = vmalloc(64)\nvfree(p0)\n"));

        (ExitCode code, string output, _) = await Check("check", "--traces", "8");

        Assert.Equal(ExitCode.Clean, code);
        Assert.StartsWith("1 stored trace: 0 still fail, 1 passes now\n", output);
        Assert.True(File.Exists(file));
        Assert.Equal(0, Asked("SELECT fails FROM trace WHERE file = 'mine.trace'"));
    }

    [Fact]
    public async Task May_be_put_there_by_hand_and_are_shrunk_then()
    {
        await File.WriteAllTextAsync(
            store.Of("mine.trace"),
            Trace("p0 = vmalloc(64)\np1 = vmalloc(128)\nvfree(p0)\nvfree(p0)\n", "faithful"));

        (ExitCode code, string output, _) = await Check(
            "check", "--traces", "1", "--length", "1", "--faithful");

        Assert.Equal(ExitCode.Violation, code);
        Assert.Contains("of a stored trace that was changed", output);
        Assert.Contains(store.Of("NoCallEndsInABug-vfree-remove_vm_area.trace"), Files());
    }

    [Theory]
    [InlineData("faithful", "2.6.32", "model")]
    [InlineData("fixed", "2.6.37", "model")]
    [InlineData("fixed", "2.6.32", "c:other.so")]
    public async Task Of_something_else_are_passed_over(string mode, string era, string target)
    {
        await File.WriteAllTextAsync(
            store.Of("other.trace"),
            $"# target {target}\n" + Trace("vfree(START+0x0)\n", mode, era));

        (ExitCode code, string output, _) =
            await Check("check", "--traces", "8", "--era", "2.6.32");

        Assert.Equal(ExitCode.Clean, code);
        Assert.StartsWith(
            "1 stored trace of another target, era, mode or machine passed over\n", output);
    }

    [Fact]
    public async Task Are_passed_over_aloud_when_they_are_none()
    {
        string file = store.Of("torn.trace");
        await File.WriteAllTextAsync(file, "vmcheck tra");

        (ExitCode code, _, string error) = await Check("check", "--traces", "8");

        Assert.Equal(ExitCode.Clean, code);
        Assert.Contains($"vmcheck: {file} is passed over: line 1, ", error);
    }

    [Theory]
    [InlineData("this is no database, it is somebody's text\n", "is no database")]
    [InlineData("SQLite format 3\0 and then something else entirely", "is no database")]
    public async Task Are_not_looked_at_beside_a_database_that_is_none(string text, string why)
    {
        string file = store.Of("campaigns.db");
        await File.WriteAllTextAsync(file, text);

        (ExitCode code, _, string error) = await Check("check", "--traces", "8");

        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains($"{file} {why}", error);
        Assert.Contains("it stays as it is; move it away", error);
        Assert.Equal(text, await File.ReadAllTextAsync(file));
    }

    [Theory]
    [InlineData("PRAGMA user_version = 9", "is of version 9, and this vmcheck knows 1")]
    [InlineData("PRAGMA application_id = 7", "is a database of something else")]
    public async Task Are_not_looked_at_beside_a_database_of_others(string change, string why)
    {
        await Check("check", "--traces", "1");
        Asked(change);
        byte[] before = await File.ReadAllBytesAsync(store.Of("campaigns.db"));

        (ExitCode code, _, string error) = await Check("check", "--traces", "8");

        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains(why, error);
        Assert.Equal(before, await File.ReadAllBytesAsync(store.Of("campaigns.db")));
    }

    /// <summary>Nobody may make a folder there, root neither.</summary>
    [Fact]
    public async Task Need_no_folder_to_be_found()
    {
        (ExitCode code, string output, string error) = await VmcheckProcess.Run(
            [.. finds, "--seed", "11", "--traces", "48", "--store", "/proc/vmcheck"]);

        Assert.Equal(ExitCode.Violation, code);
        Assert.Contains("NoCallEndsInABug", output);
        Assert.Single(error.Split('\n'), static line => line.StartsWith(
            "vmcheck: the store /proc/vmcheck cannot be used: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_two_hunts_at_once_are_all_there()
    {
        (ExitCode Code, string, string Error)[] both = await Task.WhenAll(
            Check([.. finds, "--seed", "11", "--traces", "48"]),
            Check([.. finds, "--seed", "12", "--traces", "48"]));

        Assert.All(both, static one => Assert.Equal(ExitCode.Violation, one.Code));
        Assert.All(both, static one => Assert.Empty(one.Error));
        Assert.NotEmpty(Files());
        Assert.All(Files(), static file => TraceReader.Read(File.ReadAllText(file)));
        Assert.Equal(2, Asked("SELECT count(*) FROM campaign WHERE ended IS NOT NULL"));
    }

    static string Trace(string commands, string mode = "fixed", string era = "2.6.32") =>
        string.Join('\n', TraceWriter.Write(
            new Trace(Machines.Toy, Era.V2632, DefectMode.Fixed, [])).Split('\n').Take(2))
        + $"\nera {era} {mode}\n{commands}";

    Task<(ExitCode Code, string Output, string Error)> Check(params string[] args) =>
        VmcheckProcess.Run([.. args, "--store", store.Path]);

    string[] Files() =>
        [.. Directory.GetFiles(store.Path, "*.trace").Order(StringComparer.Ordinal)];

    long Asked(string question) => StoreBook.Ask(store.Path, question);
}
