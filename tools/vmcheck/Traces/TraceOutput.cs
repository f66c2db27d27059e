// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Vmcheck;

/// <summary>Writes trace files.</summary>
static class TraceOutput
{
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
