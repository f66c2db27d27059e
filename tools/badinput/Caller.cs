// SPDX-License-Identifier: GPL-2.0-only
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Verification.BadInput;

/// <summary>Calls vmcheck as a shell does, in a folder, with a bound on memory and time.</summary>
/// <param name="program">The vmcheck.dll.</param>
/// <param name="folder">Where it runs.</param>
sealed class Caller(string program, string folder)
{
    /// <summary>In hex, as .NET reads it: more managed memory than this ends the process.</summary>
    const string MostMemory = "30000000";

    /// <summary>Times that what does not end by itself is tried: the machine may be busy.</summary>
    const int Attempts = 3;

    /// <summary>The one that runs this program: no PATH is needed to find it.</summary>
    static readonly string dotnet = Path.GetFullPath(
        Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../../dotnet"));

    /// <summary>Of a case that may wait, which ends well then.</summary>
    static readonly TimeSpan patience = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Of all others. What they do takes a second where the machine is not busy; a hunt of the
    /// museum from twenty seeds takes nine.
    /// </summary>
    static readonly TimeSpan longest = TimeSpan.FromSeconds(25);

    static readonly TimeSpan untilKilled = TimeSpan.FromSeconds(45);
    static readonly TimeSpan glance = TimeSpan.FromMilliseconds(20);

    /// <summary>Runs a case to its end.</summary>
    public async Task<Answer> CallAsync(Case asked)
    {
        Answer answer = await TryAsync(asked);
        for (int attempt = 1; attempt < Attempts && answer.WasStopped && !asked.MayWait; attempt++)
        {
            answer = await TryAsync(asked);
        }

        return answer;
    }

    async Task<Answer> TryAsync(Case asked)
    {
        Stopwatch watch = Stopwatch.StartNew();
        using Process process = Process.Start(Started(asked))!;
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        TimeSpan untilStopped = asked.MayWait ? patience : longest;
        long peak = 0;
        bool stopped = false;
        bool killed = false;
        while (!process.HasExited)
        {
            peak = Math.Max(peak, PeakOf(process));
            if (!stopped && watch.Elapsed > untilStopped)
            {
                stopped = true;
                await PressCtrlCAsync(process.Id);
            }
            else if (watch.Elapsed > untilStopped + untilKilled)
            {
                killed = true;
                process.Kill(entireProcessTree: true);
            }

            await Task.WhenAny(process.WaitForExitAsync(), Task.Delay(glance));
        }

        TimeSpan took = watch.Elapsed;
        return new(
            process.ExitCode, await output, await error, took, peak, stopped, killed);
    }

    ProcessStartInfo Started(Case asked)
    {
        // What is started in the background of a shell ignores Ctrl-C, and so do its children.
        string line = "exec /usr/bin/env --default-signal=INT \"$0\" \"$@\" " + asked.Tail;
        ProcessStartInfo start = new("/bin/sh", ["-c", line, dotnet, program])
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string argument in asked.Arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["HOME"] = folder;
        start.Environment["XDG_CACHE_HOME"] = Path.Combine(folder, "cache");
        start.Environment["DOTNET_GCHeapHardLimit"] = MostMemory;
        foreach ((string name, string? value) in asked.Variables)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    static long PeakOf(Process process)
    {
        try
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }

    static async Task PressCtrlCAsync(int process)
    {
        using Process kill = Process.Start("kill", ["-INT", $"{process}"]);
        await kill.WaitForExitAsync();
    }
}
