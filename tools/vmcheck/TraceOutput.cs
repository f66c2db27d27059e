// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;

namespace Verification.Vmcheck;

/// <summary>Writes trace files.</summary>
static class TraceOutput
{
    /// <summary>
    /// Writes a finding to <c>vmcheck-CLUSTER-SEED.trace</c> in the current directory and names the file in it. When that is not
    /// possible, says so: the report still shows the trace.
    /// </summary>
    public static Finding Save(Finding finding, TextWriter error)
    {
        string file = $"vmcheck-{finding.Cluster}-{finding.Failure.Seed}.trace";
        if (Write(file, finding.Shrunk.Trace) is { } problem)
        {
            error.WriteLine($"vmcheck: {problem}");
            return finding;
        }

        return finding with { Failure = finding.Failure with { File = file } };
    }

    /// <summary>Writes a trace file; null when it went well, else what to tell the user.</summary>
    public static string? Write(string file, Trace trace)
    {
        try
        {
            File.WriteAllText(file, TraceWriter.Write(trace));
            return null;
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException
            or ArgumentException or NotSupportedException)
        {
            return $"{file} cannot be written: {unwritable.Message}";
        }
    }
}
