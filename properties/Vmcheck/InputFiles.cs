// SPDX-License-Identifier: GPL-2.0-only
using System.Diagnostics;
using Verification.Vmcheck;
using Xunit;

namespace Verification.Properties;

/// <summary>Files as verbs take them: by size, by sort, by name.</summary>
public sealed class InputFiles : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("input");

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>Whoever reads its first byte says that it is NUL.</summary>
    [Theory]
    [InlineData("replay", 4, "trace")]
    [InlineData("diff", 16, "dump")]
    [InlineData("audit", 16, "vmallocinfo")]
    public async Task That_are_too_large_are_not_read(string verb, int mebibytes, string kind)
    {
        string file = Path.Combine(folder.FullName, "sparse");
        await using (FileStream sparse = new(file, FileMode.Create))
        {
            sparse.SetLength(((long)mebibytes << 20) + 1);
        }

        (ExitCode code, string output, string error) =
            await VmcheckProcess.Run(verb == "diff" ? [verb, file, file] : [verb, file]);
        Assert.Equal((ExitCode.BadInput, ""), (code, output));
        Assert.Equal(
            $"vmcheck: {file} is larger than {mebibytes} MiB, as no {kind} is; "
                + "is it the right file?\n",
            error);
    }

    /// <summary>The NUL behind it is not reached.</summary>
    [Fact]
    public async Task That_begin_like_a_trace_have_the_limit_of_traces_for_diff_too()
    {
        string file = Path.Combine(folder.FullName, "trace");
        await File.WriteAllTextAsync(
            file, "# found\nvmcheck trace 1\n" + new string('\n', 1 << 16));
        await using (FileStream grown = new(file, FileMode.Open))
        {
            grown.SetLength((4 << 20) + 1);
        }

        (ExitCode code, _, string error) = await VmcheckProcess.Run("diff", file, file);
        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains("is larger than 4 MiB, as no trace is", error);
    }

    [Fact]
    public async Task That_have_the_largest_size_are_read()
    {
        string file = Path.Combine(folder.FullName, "blank");
        await File.WriteAllTextAsync(file, new string(' ', 4 << 20));
        (_, _, string error) = await VmcheckProcess.Run("replay", file);
        Assert.Contains("expected a line that begins with 'vmcheck'", error);
    }

    [Fact]
    public async Task That_begin_with_an_at_sign_are_files() => Assert.Equal(
        (ExitCode.BadInput, "", "vmcheck: @none does not exist; look at the spelling of the path\n"),
        await VmcheckProcess.Run("replay", "@none"));

    /// <summary>It waits for a writer; Ctrl-C cancels the token.</summary>
    [Fact]
    public async Task That_are_pipes_without_a_writer_can_be_left()
    {
        string pipe = Path.Combine(folder.FullName, "pipe");
        await Process.Start("mkfifo", [pipe]).WaitForExitAsync();
        using CancellationTokenSource pressed = new(TimeSpan.FromMilliseconds(50));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => InputText.ReadAsync(pipe, InputKind.Trace, pressed.Token));

        // Lets the thread that waits in open() go.
        await using FileStream writer = new(pipe, FileMode.Open, FileAccess.Write);
    }

    [Theory]
    [InlineData("\u001b[31m")]
    [InlineData("\u202e")]
    [InlineData("\u2028")]
    [InlineData("\u0085")]
    public async Task And_options_are_quoted_without_what_steers_a_terminal(string word)
    {
        string[][] lines = [["replay", word], ["replay", "x", "--target", word]];
        foreach (string[] line in lines)
        {
            (ExitCode code, _, string error) = await VmcheckProcess.Run(line);
            Assert.Equal(ExitCode.BadInput, code);
            Assert.Contains('?', error);
            Assert.DoesNotContain(word[0], error);
        }
    }
}
