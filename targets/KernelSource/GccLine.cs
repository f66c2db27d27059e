// SPDX-License-Identifier: GPL-2.0-only
using System.Text;

namespace Verification.Targets;

/// <summary>
/// How a kernel compiles one of its files, from the <c>.cmd</c> file that make leaves beside it.
/// </summary>
static class GccLine
{
    /// <summary>
    /// What is for code that runs above the address space of a process, or for one file.
    /// </summary>
    static readonly string[] dropped =
    [
        "-Wp,-M", "-mcmodel=kernel", "-fno-PIE", "-mpreferred-stack-boundary=", "-mskip-rax-setup",
        "-mno-red-zone", "-fcf-protection=", "-D__KBUILD_MODNAME=",
    ];

    /// <summary>
    /// The options that say how; neither compiler nor files. Empty where the text is no such file.
    /// </summary>
    public static IReadOnlyList<string> Options(string cmdFile)
    {
        string line = cmdFile.Split('\n').FirstOrDefault(static one => one.StartsWith(
            "savedcmd_", StringComparison.Ordinal) || one.StartsWith(
            "cmd_", StringComparison.Ordinal)) ?? "";
        int begin = line.IndexOf(":=", StringComparison.Ordinal);
        if (begin < 0)
        {
            return [];
        }

        List<string> words = Words(line[(begin + 2)..].Replace(@"\#", "#").Replace("$$", "$"));
        int end = words.IndexOf("-c");
        return [.. words.Take(end < 0 ? words.Count : end).Skip(1).Where(static word =>
            !Array.Exists(dropped, start => word.StartsWith(start, StringComparison.Ordinal)))];
    }

    /// <summary>
    /// What a file was made from, as a dependency file of the compiler or of make names it.
    /// </summary>
    public static IEnumerable<string> Prerequisites(string text) => text
        .Split([' ', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
        .Where(static word => word[0] == '/')
        .Select(static word => word.TrimEnd(':'));

    /// <summary>As a shell splits them.</summary>
    static List<string> Words(string line)
    {
        List<string> words = [];
        StringBuilder? word = null;
        char quote = '\0';
        for (int i = 0; i < line.Length; i++)
        {
            char c = line[i];
            if (quote == '\0' && c == ';')
            {
                break;
            }

            if (quote == '\0' && char.IsWhiteSpace(c))
            {
                Add(words, ref word);
            }
            else if (c == quote || (quote == '\0' && c is '\'' or '"'))
            {
                quote = quote == '\0' ? c : '\0';
                word ??= new StringBuilder();
            }
            else
            {
                bool escapes = c == '\\' && quote != '\'' && i + 1 < line.Length;
                (word ??= new StringBuilder()).Append(escapes ? line[++i] : c);
            }
        }

        Add(words, ref word);
        return words;
    }

    static void Add(List<string> words, ref StringBuilder? word)
    {
        if (word is not null)
        {
            words.Add(word.ToString());
        }

        word = null;
    }
}
