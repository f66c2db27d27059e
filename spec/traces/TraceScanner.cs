// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

/// <summary>Cuts a trace file into tokens; comments may stand between them.</summary>
sealed class TraceScanner(string text) : LineScanner(text)
{
    /// <summary>
    /// What stands between quotes: 1 to 64 letters, digits, blanks and <c>. _ -</c>.
    /// </summary>
    public string Quoted()
    {
        int end = Current == '"' ? Text.IndexOf('"', At + 1) : -1;
        string name = end < 0 ? "" : Text[(At + 1)..end];
        if (!IsName(name))
        {
            throw Expected("a name of 1 to 64 letters, digits, blanks and . _ - in quotes");
        }

        At = end + 1;
        SkipBlanks();
        return name;
    }

    public static bool IsName(string name) => name.Length is > 0 and <= 64
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '.' or '_' or '-');

    protected override TextSyntaxException Error(int line, int column, string problem) =>
        new TraceSyntaxException(line, column, problem);

    protected override void SkipBlanks()
    {
        while (!AtLineEnd)
        {
            if (Current is ' ' or '\t' or '\r')
            {
                At++;
            }
            else if (Current == '#' || string.CompareOrdinal(Text, At, "//", 0, 2) == 0)
            {
                At = Text.Length;
            }
            else if (string.CompareOrdinal(Text, At, "/*", 0, 2) == 0)
            {
                int end = Text.IndexOf("*/", At + 2, StringComparison.Ordinal);
                At = end < 0
                    ? throw Error(Column, "the comment does not end on its line: expected '*/'")
                    : end + 2;
            }
            else
            {
                return;
            }
        }
    }
}
