// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Targets;

/// <summary>A text is not a recording: what is wrong, where, and what would be right.</summary>
public sealed class RecordingException(string file, int line, int column, string complaint)
    : Exception($"{file}:{line}:{column}: {complaint}")
{
    public string File { get; } = file;

    /// <summary>Counted from 1.</summary>
    public int Line { get; } = line;

    /// <summary>Counted from 1.</summary>
    public int Column { get; } = column;
}
