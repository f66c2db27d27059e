// SPDX-License-Identifier: GPL-2.0-only
using System.Diagnostics;
using System.Reflection;

namespace Verification.Vmcheck;

/// <summary>How vmcheck is started once more, whoever runs it: itself, a test, the bench.</summary>
static class WorkerProgram
{
    const string Muxer = "dotnet";

    /// <summary>Its three streams are pipes.</summary>
    public static Process Start(params string[] arguments)
    {
        Assembly vmcheck = typeof(WorkerProgram).Assembly;
        string self = System.Environment.ProcessPath ?? Muxer;
        bool isMuxer = Path.GetFileNameWithoutExtension(self) == Muxer;
        bool isVmcheck = !isMuxer && Assembly.GetEntryAssembly() == vmcheck;
        ProcessStartInfo start = new(isMuxer || isVmcheck ? self : Muxer)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (!isVmcheck)
        {
            start.ArgumentList.Add(vmcheck.Location);
        }

        Array.ForEach(arguments, start.ArgumentList.Add);

        // Half of the start is spent on the protection of code that is written at run time.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        start.Environment["DOTNET_TieredCompilation"] = "1";
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        return Process.Start(start)!;
    }
}
