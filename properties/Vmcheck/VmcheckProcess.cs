// SPDX-License-Identifier: GPL-2.0-only
using Verification.Vmcheck;

namespace Verification.Properties;

/// <summary>
/// Runs a verb as the process does, without a process. A hunt that names no store has an empty one.
/// </summary>
static class VmcheckProcess
{
    public static async Task<(ExitCode Code, string Output, string Error)> Run(params string[] args)
    {
        if (args is not ["check", ..] || args.Contains("--store"))
        {
            return await RunAsItIs(args);
        }

        using TemporaryFolder store = new();
        return await RunAsItIs([.. args, "--store", store.Path]);
    }

    static async Task<(ExitCode Code, string Output, string Error)> RunAsItIs(string[] args)
    {
        using StringWriter output = new();
        using StringWriter error = new();
        int code = await Program.RunAsync(args, output, error);
        return ((ExitCode)code, output.ToString(), error.ToString());
    }

    /// <summary>As <see cref="Run"/>, on a file that holds this text, named last.</summary>
    public static async Task<(ExitCode Code, string Output, string Error)> RunOn(
        string text, params string[] args)
    {
        string file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, text);
            return await Run([.. args, file]);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
