// SPDX-License-Identifier: GPL-2.0-only
using System.Diagnostics;
using Verification.Vmcheck;
using Xunit;

namespace Verification.Properties;

/// <summary>Runs vmcheck as a user does, in a process and a folder of its own.</summary>
static class VmcheckExecutable
{
    static readonly TimeSpan limit = TimeSpan.FromMinutes(2);

    /// <summary>How it ended, and what it printed.</summary>
    /// <param name="folder">The current folder of the process.</param>
    /// <param name="arguments">As typed.</param>
    /// <param name="cache">Where kernels are built; null: where they are.</param>
    public static (ExitCode Code, string Output, string Error) Run(
        string folder, string arguments, string? cache = null)
    {
        string vmcheck = Path.Combine(AppContext.BaseDirectory, "vmcheck.dll");
        ProcessStartInfo start = new("dotnet", $"exec {vmcheck} {arguments}")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = folder,
        };
        if (cache is not null)
        {
            start.Environment["XDG_CACHE_HOME"] = cache;
        }

        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        Assert.True(process.WaitForExit(limit), $"vmcheck {arguments} did not end");
        return ((ExitCode)process.ExitCode, output, error.Result);
    }
}
