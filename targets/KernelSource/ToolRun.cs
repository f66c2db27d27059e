// SPDX-License-Identifier: GPL-2.0-only
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace Verification.Targets;

/// <summary>A program that was run to its end.</summary>
/// <param name="Command">The command line, to be shown.</param>
/// <param name="Code">What it exited with.</param>
/// <param name="Text">All that it printed.</param>
sealed record ToolRun(string Command, int Code, string Text)
{
    /// <summary>What a build may know of the world around it, PATH aside.</summary>
    static readonly string[] known = ["HOME", "TMPDIR"];

    /// <summary>
    /// Runs a program in a folder, without input. Told to stop, it ends with all it started.
    /// </summary>
    /// <exception cref="KernelSourceException">It cannot be started.</exception>
    /// <exception cref="OperationCanceledException">It was told to stop.</exception>
    public static ToolRun Of(
        ToolBox tools, string program, IReadOnlyList<string> arguments, string folder,
        CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        using Process process = new() { StartInfo = Start(tools, program, arguments, folder) };
        StringBuilder text = new();
        process.OutputDataReceived += (_, line) => Append(text, line.Data);
        process.ErrorDataReceived += (_, line) => Append(text, line.Data);
        try
        {
            process.Start();
        }
        catch (ExternalException refused)
        {
            throw new KernelSourceException($"{program} cannot be run: {refused.Message}");
        }

        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using (stop.Register(() => process.Kill(entireProcessTree: true)))
        {
            process.WaitForExit();
        }

        stop.ThrowIfCancellationRequested();
        string command = $"{program} {string.Join(' ', arguments)}";
        return new ToolRun(command, process.ExitCode, text.ToString());
    }

    static ProcessStartInfo Start(
        ToolBox tools, string program, IReadOnlyList<string> arguments, string folder)
    {
        ProcessStartInfo start = new(tools.Find(program), arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string name in start.Environment.Keys.Except(known).ToArray())
        {
            start.Environment.Remove(name);
        }

        start.Environment["PATH"] = tools.Path;
        start.Environment["LC_ALL"] = "C";
        return start;
    }

    static void Append(StringBuilder text, string? line)
    {
        if (line is not null)
        {
            lock (text)
            {
                text.Append(line).Append('\n');
            }
        }
    }
}
