// SPDX-License-Identifier: GPL-2.0-only
using System.Diagnostics;
using System.Text.RegularExpressions;
using Verification.Search;
using Verification.Spec;
using Xunit;
using Trace = Verification.Spec.Trace;

namespace Verification.Properties;

/// <summary>The command line, started twice, prints the same bytes; clocks excepted.</summary>
[Trait("Length", "long")]
public sealed partial class TwoProcesses
{
    static readonly TimeSpan limit = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData("check --traces 200 --seed 1 --jobs 2 --json", 0)]
    [InlineData("check --traces 60 --seed 2 --jobs 1 --faithful --machine toy --json", 1)]
    public void Find_the_same_from_the_same_seed(string arguments, int exitCode)
    {
        string first = WithoutTimes(Run(arguments, exitCode));
        string second = WithoutTimes(Run(arguments, exitCode));

        Assert.Equal(first, second);
        Assert.Contains("\"traces\": ", first);
    }

    /// <summary>Page tables, areas and counters of a run, down to each address and frame.</summary>
    [Fact]
    public void Dump_the_same_from_the_same_trace()
    {
        Trace draft = Generator.Draw(
            41, Machines.Find("toy-numa")!, Era.V2632, DefectMode.Fixed, 400);
        var hunt = new Hunt();
        Assert.Null(hunt.Run(draft));
        string file = Path.Combine(Directory.CreateTempSubdirectory().FullName, "long.trace");
        File.WriteAllText(file, TraceWriter.Write(hunt.Named(draft)));

        string first = Run($"dump {file}", 0);

        Assert.Equal(first, Run($"dump {file}", 0));
        Assert.InRange(first.Length, 500, 1_000_000);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    static string Run(string arguments, int exitCode)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "vmcheck.dll");
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        using var process = Process.Start(
            new ProcessStartInfo("dotnet", $"exec {program} {arguments}")
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
                WorkingDirectory = folder.FullName,
            })!;
        string output = process.StandardOutput.ReadToEnd();
        Assert.True(process.WaitForExit(limit), $"vmcheck {arguments} did not end");
        folder.Delete(recursive: true);
        Assert.Equal(exitCode, process.ExitCode);
        return output;
    }

    static string WithoutTimes(string json) => Times().Replace(json, "");

    [GeneratedRegex("\"(seconds|commandsPerSecond|milliseconds)\": [\\d.]+")]
    private static partial Regex Times();
}
