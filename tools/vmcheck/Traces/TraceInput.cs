// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Vmcheck;

/// <summary>Reads the trace a verb was given.</summary>
public static class TraceInput
{
    const string StandardInput = "-";

    /// <summary>Whether an input can be read a second time.</summary>
    public static bool IsFile(string file) => file != StandardInput;

    /// <summary>Where the input lies.</summary>
    public static string PathOf(string file) => IsFile(file) ? file : "/dev/stdin";

    /// <summary>How messages name the input: the file as typed.</summary>
    public static string NameOf(string file) => file == StandardInput ? "standard input" : file;

    /// <summary>
    /// The trace in a file, or on standard input for <c>-</c>. What cannot be read, or is no trace,
    /// ends the verb with <see cref="ExitCode.BadInput"/>, naming line and column.
    /// </summary>
    public static async Task<Trace> ReadAsync(string file, CancellationToken cancel)
    {
        string text = await InputText.ReadAsync(
            IsFile(file) ? file : null, InputKind.Trace, cancel);
        try
        {
            return TraceReader.Read(text);
        }
        catch (TraceSyntaxException wrong)
        {
            throw new VerbException(ExitCode.BadInput, $"{NameOf(file)}: {wrong.Message}");
        }
    }
}
