// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Museum;

/// <summary>A piece of one function of a C file, replaced.</summary>
/// <param name="Function">Its name; <c>_noprof</c> after it makes no difference.</param>
/// <param name="Old">
/// What is replaced: whole tokens, white space and comments aside; it stands once in the function.
/// Two signs are none of C: <c>@</c> is any name, the same throughout, and <c>…</c> anything in
/// which brackets are closed, but no semicolon or brace, as little of it as fits.
/// </param>
/// <param name="New">What comes in its place; <c>@</c> and <c>…</c> are what they were.</param>
public sealed record CChange(string Function, string Old, string New)
{
    /// <summary>The file with the change made.</summary>
    /// <param name="text">The C file.</param>
    /// <param name="problem">Why it does not fit this file; null when it does.</param>
    /// <returns>The same text when it does not fit.</returns>
    public string Apply(string text, out string? problem)
    {
        IReadOnlyList<CToken> pattern = CToken.Of(Old);
        IReadOnlyList<IReadOnlyList<CToken>> functions =
            CFunction.Definitions(CToken.Of(text), Function);
        CMatch[] found =
        [
            .. from function in functions
               from start in Enumerable.Range(0, function.Count)
               let match = CMatch.At(function, start, pattern)
               where match is not null
               select match,
        ];
        problem = functions.Count == 0 ? $"there is no function {Function}"
            : found.Length == 0 ? $"{Function} has no '{Old}'"
            : found.Length > 1 ? $"{Function} has '{Old}' {found.Length} times"
            : null;
        return problem is null
            ? text[..found[0].Start] + found[0].Filled(New, text) + text[found[0].End..]
            : text;
    }
}
