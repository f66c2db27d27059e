// SPDX-License-Identifier: GPL-2.0-only
using Verification.Vmcheck;

namespace Verification.Properties;

/// <summary>Runs a verb as the process does, without a process.</summary>
static class VmcheckProcess
{
    public static async Task<(ExitCode Code, string Output, string Error)> Run(params string[] args)
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
