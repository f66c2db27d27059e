// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

/// <summary>
/// A text that cannot be read: where, what was expected there, what was found.
/// </summary>
public abstract class TextSyntaxException : FormatException
{
    protected TextSyntaxException(int line, int column, string problem)
        : base($"line {line}, column {column}: {problem}")
    {
        Line = line;
        Column = column;
    }

    /// <summary>From 1.</summary>
    public int Line { get; }

    /// <summary>In characters, from 1.</summary>
    public int Column { get; }
}
