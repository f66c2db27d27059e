// SPDX-License-Identifier: GPL-2.0-only
using System.Diagnostics;
using Verification.Vmcheck;
using Xunit;

namespace Verification.Properties;

/// <summary>`vmcheck completion`, asked as the shells ask it.</summary>
[Trait("Length", "long")]
public sealed class CompletionVerb
{
    static readonly TimeSpan limit = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData("vmcheck mus", "museum")]
    [InlineData("vmcheck check --fai", "--faithful")]
    [InlineData("vmcheck check --machine tig", "tight64")]
    [InlineData("vmcheck check --era 2.6.3", "2.6.32 2.6.37 2.6.39")]
    [InlineData("vmcheck museum --exhibit M14", "M14 M14b")]
    [InlineData("vmcheck museum --target k", "kernel-source")]
    [InlineData("vmcheck replay --kernel 6.12", "6.12")]
    [InlineData("vmcheck completion z", "zsh")]
    public void Finds_in_bash_what_begins_so(string line, string expected) =>
        Assert.Equal(expected, Completed(line));

    /// <summary>Bash takes the names of files then.</summary>
    [Theory]
    [InlineData("vmcheck replay docs/tra")]
    [InlineData("vmcheck replay ")]
    public void Leaves_files_to_bash(string line)
    {
        Assert.Equal("", Completed(line));
        Assert.Contains("complete -o default -F", Script("bash"));
    }

    [Fact]
    public void Prints_what_bash_can_read() => IsRead("bash");

    [ShellFact("zsh")]
    public void Prints_what_zsh_can_read() => IsRead("zsh");

    [ShellFact("fish")]
    public void Prints_what_fish_can_read() => IsRead("fish");

    [Fact]
    public async Task Returns_2_for_a_shell_it_does_not_know()
    {
        (ExitCode code, _, string error) = await VmcheckProcess.Run("completion", "tcsh");

        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains("'tcsh'", error);
    }

    static string Script(string shell)
    {
        using StringWriter output = new();
        Assert.Equal(0, VerbsPage.Root().Parse(["completion", shell]).Invoke(
            new() { Output = output }));
        return output.ToString();
    }

    /// <summary>What bash would offer behind a line, between blanks.</summary>
    static string Completed(string line)
    {
        string[] words = line.Split(' ');
        (int code, string output, string error) = Shell("bash", ["--norc"], $$"""
            vmcheck() { dotnet exec '{{Path.Combine(AppContext.BaseDirectory, "vmcheck.dll")}}' "$@"; }
            {{Script("bash")}}
            COMP_LINE='{{line}}' COMP_POINT={{line.Length}} COMP_CWORD={{words.Length - 1}}
            COMP_WORDS=({{string.Join(' ', words.Select(static word => $"'{word}'"))}})
            _vmcheck
            printf '%s\n' "${COMPREPLY[*]}"
            """);
        Assert.Equal((0, ""), (code, error));
        return output.TrimEnd('\n');
    }

    static void IsRead(string shell)
    {
        (int code, string _, string error) = Shell(shell, ["-n"], Script(shell));

        Assert.Equal((0, ""), (code, error));
        Assert.Contains("[suggest:", Script(shell));
    }

    static (int Code, string Output, string Error) Shell(
        string shell, string[] options, string script)
    {
        using Process process = Process.Start(new ProcessStartInfo(shell, options)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        process.StandardInput.Write(script);
        process.StandardInput.Close();
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        Assert.True(process.WaitForExit(limit), $"{shell} did not end");
        return (process.ExitCode, output, error.Result);
    }
}
