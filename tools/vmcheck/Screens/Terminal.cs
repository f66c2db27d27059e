// SPDX-License-Identifier: GPL-2.0-only
using System.CommandLine;

namespace Verification.Vmcheck;

/// <summary>What the place that is printed to can show.</summary>
/// <param name="HasColours">Of standard output.</param>
/// <param name="Width">Columns of standard output; null where it is no terminal.</param>
/// <param name="ErasableWidth">
/// Columns of standard error; null where a line of it cannot be written over.
/// </param>
sealed record Terminal(bool HasColours, int? Width, int? ErasableWidth)
{
    const int UsualColumns = 80;

    /// <summary>A file or a pipe.</summary>
    public static Terminal None { get; } = new(false, null, null);

    /// <summary>What this process prints to, where these writers are its own.</summary>
    public static Terminal Of(InvocationConfiguration console, bool noColor)
    {
        bool output = ReferenceEquals(console.Output, Console.Out) && !Console.IsOutputRedirected;
        bool error = ReferenceEquals(console.Error, Console.Error) && !Console.IsErrorRedirected;
        return Of(
            output ? Columns() : null, error ? Columns() : null, noColor,
            Environment.GetEnvironmentVariable);
    }

    /// <summary>The same, of any process.</summary>
    /// <param name="output">Columns of standard output; null where it is no terminal.</param>
    /// <param name="error">Columns of standard error, likewise.</param>
    /// <param name="noColor">Whether colours are refused on the command line.</param>
    /// <param name="variable">Of the environment; null where it is not set.</param>
    public static Terminal Of(
        int? output, int? error, bool noColor, Func<string, string?> variable)
    {
        bool isDumb = variable("TERM") == "dumb";
        bool refused = noColor || !string.IsNullOrEmpty(variable("NO_COLOR"));
        return new Terminal(
            output is not null && !isDumb && !refused, output, isDumb ? null : error);
    }

    static int Columns() => Console.WindowWidth > 0 ? Console.WindowWidth : UsualColumns;
}
