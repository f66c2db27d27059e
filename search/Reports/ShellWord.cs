// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Search;

/// <summary>A word of a command line that is printed to be typed again.</summary>
public static class ShellWord
{
    /// <summary>As a shell reads it back: in quotes where it has to be.</summary>
    public static string Of(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        bool plain = word.All(static c => char.IsAsciiLetterOrDigit(c) || "/._-+:".Contains(c));
        return plain ? word : $"'{word.Replace("'", "'\\''")}'";
    }
}
