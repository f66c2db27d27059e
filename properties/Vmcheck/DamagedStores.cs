// SPDX-License-Identifier: GPL-2.0-only
using System.Diagnostics;
using Verification.Search;
using Verification.Vmcheck;
using Xunit;

namespace Verification.Properties;

/// <summary>A store that is torn, full or read-only: what is finished in it is not lost.</summary>
[Trait("Length", "long")]
public sealed class DamagedStores : IDisposable
{
    static readonly string[] hunt =
    [
        "check", "--faithful", "--machine", "toy", "--era", "2.6.32", "--seed", "11", "--traces",
        "48",
    ];

    readonly TemporaryFolder store = new();

    public void Dispose() => store.Dispose();

    /// <summary>At every length it is the trace, no trace, or a shorter one; never a crash.</summary>
    [Fact]
    public async Task With_a_torn_trace_show_all_others()
    {
        await Check(hunt);
        string[] files = Directory.GetFiles(store.Path, "*.trace");
        string text = await File.ReadAllTextAsync(files[0]);
        for (int length = 0; length < text.Length; length++)
        {
            await File.WriteAllTextAsync(files[0], text[..length]);
            IReadOnlyList<StoredTrace> read =
                new TraceShelf(store.Path).Read(out IReadOnlyList<string> unreadable);

            Assert.Equal(files.Length, read.Count + unreadable.Count);
            Assert.InRange(unreadable.Count, 0, 1);
        }
    }

    /// <summary>The database opens, or is refused by name and kept; traces are not touched.</summary>
    [Fact]
    public async Task With_a_torn_database_refuse_it_or_go_on()
    {
        await Check(hunt);
        StoreBook.Ask(store.Path, "UPDATE campaign SET ended = NULL");
        using (CampaignBook campaigns = new(store.Path))
        {
            campaigns.Begin(Build.OfSuite, "model", ["--traces", "1"]);
        }

        string file = store.Of(BookFile.Name);
        byte[] whole = await File.ReadAllBytesAsync(file);
        int traces = Directory.GetFiles(store.Path, "*.trace").Length;
        int refused = 0;
        int resumed = 0;
        foreach (byte[] torn in Torn(whole))
        {
            await File.WriteAllBytesAsync(file, torn);
            try
            {
                using TraceStore kept = new(store.Path, TextWriter.Null);
                resumed += kept.TakeLast().Arguments.Count;
            }
            catch (VerbException sentence)
            {
                refused++;
                Assert.Equal(ExitCode.BadInput, sentence.Code);
                Assert.Matches(
                    "it stays as it is; move it away|no campaign that is unfinished",
                    sentence.Message);
                byte[] left = await File.ReadAllBytesAsync(file);

                // An empty one is a new one.
                Assert.Equal(torn.Length == 0 ? left : torn, left);
            }
        }

        Assert.InRange(refused, 50, 1000);
        Assert.InRange(resumed, 2, 1000);
        Assert.Equal(traces, Directory.GetFiles(store.Path, "*.trace").Length);
    }

    /// <summary>No file may grow beyond so many blocks of 1,024 bytes.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(24)]
    [InlineData(48)]
    public async Task On_a_full_disk_let_the_hunt_go_on_and_open_again(int blocks)
    {
        (int code, string output, string error) = await Shell(
            $"trap '' XFSZ; ulimit -f {blocks}; exec {Vmcheck(hunt)}");

        Assert.Equal((int)ExitCode.Violation, code);
        Assert.Contains("NoCallEndsInABug", output);
        Assert.InRange(Complaints(error), blocks < 48 ? 1 : 0, 1);
        await OpensAndFinds();
    }

    /// <summary>Room for a part of the database, or of the traces, on a disk of its own.</summary>
    [MountFact]
    public async Task On_a_disk_of_20_kB_let_the_hunt_go_on_twice()
    {
        (int code, string output, string error) = await Shell(
            $"unshare --mount sh -c 'mount -t tmpfs -o size=20k none {store.Path} && "
            + $"{{ {Vmcheck(hunt)} >/dev/null; exec {Vmcheck(hunt)}; }}'");

        Assert.Equal((int)ExitCode.Violation, code);
        Assert.Contains("NoCallEndsInABug", output);
        Assert.Equal(2, Complaints(error));
        Assert.DoesNotContain("SQLite Error", error);
    }

    /// <summary>Root may write where the mode says that nobody may, but not to such a mount.</summary>
    [MountFact]
    public async Task That_are_read_only_are_run_and_not_written()
    {
        await Check(hunt);
        (int code, string output, string error) = await Shell(
            $"unshare --mount sh -c 'mount --bind {store.Path} {store.Path} && "
            + $"mount -o remount,bind,ro {store.Path} && exec {Vmcheck(hunt)}'");

        Assert.Equal((int)ExitCode.Violation, code);
        Assert.Contains(" still fail, 0 pass now", output);
        Assert.Equal(1, Complaints(error));
        await OpensAndFinds();
    }

    static IEnumerable<byte[]> Torn(byte[] whole)
    {
        for (int length = 0; length < whole.Length; length += 97)
        {
            yield return whole[..length];
            byte[] junk = [.. whole];
            Array.Fill(junk, (byte)0xa5, length, Math.Min(97, whole.Length - length));
            yield return junk;
        }
    }

    static int Complaints(string error) => error.Split('\n').Count(
        static line => line.Contains(" cannot be used: ", StringComparison.Ordinal));

    async Task OpensAndFinds()
    {
        (ExitCode code, _, string error) = await Check(hunt);
        Assert.Equal((ExitCode.Violation, 0), (code, Complaints(error)));
        Assert.Equal(0, StoreBook.Ask(
            store.Path, "SELECT count(*) FROM campaign WHERE ended IS NULL AND id = "
                + "(SELECT max(id) FROM campaign)"));
    }

    Task<(ExitCode Code, string Output, string Error)> Check(string[] args) =>
        VmcheckProcess.Run([.. args, "--store", store.Path]);

    string Vmcheck(string[] args) =>
        $"dotnet {ShellWord.Of(typeof(Verb).Assembly.Location)} "
        + string.Join(' ', args.Append("--store").Append(store.Path).Select(ShellWord.Of));

    static async Task<(int Code, string Output, string Error)> Shell(string line)
    {
        using Process shell = Process.Start(
            new ProcessStartInfo("bash", ["-o", "pipefail", "-c", line])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment = { ["DOTNET_EnableWriteXorExecute"] = "0" },
            })!;
        Task<string> error = shell.StandardError.ReadToEndAsync();
        string output = await shell.StandardOutput.ReadToEndAsync();
        await shell.WaitForExitAsync();
        return (shell.ExitCode, output, await error);
    }
}
