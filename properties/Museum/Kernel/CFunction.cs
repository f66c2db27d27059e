// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Museum;

/// <summary>Where a C file defines a function.</summary>
static class CFunction
{
    /// <summary>
    /// Tokens of every definition of a name, from the name to the closing brace; several where
    /// #if chooses. Newer kernels have some of theirs under a longer name.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<CToken>> Definitions(
        IReadOnlyList<CToken> tokens, string name)
    {
        List<IReadOnlyList<CToken>> found = [];
        for (int i = 0; i + 1 < tokens.Count; i++)
        {
            bool isNamed = tokens[i].Text == name || tokens[i].Text == $"{name}_noprof";
            if (isNamed && IsDeclared(tokens, i) && tokens[i + 1].Text == "("
                && End(tokens, i + 1) is var end and > 0)
            {
                found.Add([.. tokens.Skip(i).Take(end - i)]);
            }
        }

        return found;
    }

    /// <summary>
    /// What it returns stands in front of it; the loop of a macro begins a statement.
    /// </summary>
    static bool IsDeclared(IReadOnlyList<CToken> tokens, int name) =>
        name > 0 && (tokens[name - 1].Text == "*"
            || (tokens[name - 1].IsName && tokens[name - 1].Text is not ("define" or "else")));

    /// <summary>After parameters, and marks of checkers, comes the body.</summary>
    static int End(IReadOnlyList<CToken> tokens, int parameters)
    {
        int after = CToken.AfterClosing(tokens, parameters);
        while (after > 0 && after + 1 < tokens.Count && tokens[after].IsName)
        {
            after = tokens[after + 1].Text == "(" ? CToken.AfterClosing(tokens, after + 1)
                : after + 1;
        }

        return after > 0 && after < tokens.Count && tokens[after].Text == "{"
            ? CToken.AfterClosing(tokens, after) : -1;
    }
}
