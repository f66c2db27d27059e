// SPDX-License-Identifier: GPL-2.0-only
using System.Text.RegularExpressions;

namespace Verification.Targets;

/// <summary>What compiler, linker and make say when they fail.</summary>
static partial class BuildLog
{
    /// <summary>
    /// The line that tells most: the first complaint of the compiler, else what was said before
    /// make gave up, else the last.
    /// </summary>
    public static string FirstError(string log)
    {
        string[] lines = log.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return (lines.FirstOrDefault(static line => Complaint().IsMatch(line))
            ?? lines.TakeWhile(static line => !line.Contains("***")).LastOrDefault()
            ?? lines.LastOrDefault()
            ?? "it printed nothing").Trim();
    }

    /// <summary>Names that the linker missed, each once, sorted.</summary>
    public static IReadOnlyList<string> Undefined(string log) =>
    [
        .. Missing().Matches(log).Select(static match => match.Groups["name"].Value)
            .Distinct().Order(StringComparer.Ordinal),
    ];

    [GeneratedRegex(@"\b(fatal )?error: |No space left on device|Permission denied|not found$")]
    private static partial Regex Complaint();

    [GeneratedRegex("undefined reference to [`'](?<name>[^`']+)'")]
    private static partial Regex Missing();
}
