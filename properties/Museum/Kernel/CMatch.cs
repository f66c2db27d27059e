// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Museum;

/// <summary>Where the pattern of a <see cref="CChange"/> fits.</summary>
/// <param name="Start">Index of its first character.</param>
/// <param name="End">Index after its last.</param>
sealed record CMatch(int Start, int End)
{
    const string AnyName = "@";
    const string Anything = "…";

    /// <summary>What stands for @; null: there is none.</summary>
    string? Name { get; init; }

    /// <summary>Where the first … begins and ends; both 0: there is none.</summary>
    (int Start, int End) Gap { get; init; }

    /// <summary>The match that begins with a token; null: none does.</summary>
    public static CMatch? At(
        IReadOnlyList<CToken> tokens, int start, IReadOnlyList<CToken> pattern)
    {
        Attempt attempt = new(tokens, pattern);
        int end = attempt.Fit(start, 0);
        return end <= start ? null
            : new CMatch(tokens[start].Start, tokens[end - 1].End)
            {
                Name = attempt.Name,
                Gap = attempt.Gap,
            };
    }

    /// <summary>A replacement with what @ and … stand for.</summary>
    public string Filled(string replacement, string text) => replacement
        .Replace(AnyName, Name ?? AnyName)
        .Replace(Anything, text[Gap.Start..Gap.End]);

    sealed class Attempt(IReadOnlyList<CToken> tokens, IReadOnlyList<CToken> pattern)
    {
        public string? Name { get; private set; }

        public (int Start, int End) Gap { get; private set; }

        /// <summary>The index after what fits the rest of the pattern; -1: nothing does.</summary>
        public int Fit(int at, int part)
        {
            if (part == pattern.Count)
            {
                return at;
            }

            return pattern[part].Text == Anything ? FitAnything(at, part)
                : at < tokens.Count && FitsOne(tokens[at], pattern[part].Text)
                    ? FitRest(at, part) : -1;
        }

        int FitRest(int at, int part)
        {
            string? before = Name;
            if (pattern[part].Text == AnyName)
            {
                Name = tokens[at].Text;
            }

            int end = Fit(at + 1, part + 1);
            Name = end < 0 ? before : Name;
            return end;
        }

        bool FitsOne(CToken token, string wanted) => wanted == AnyName
            ? token.IsName && (Name is null || Name == token.Text)
            : token.Text == wanted;

        int FitAnything(int at, int part)
        {
            int after = at;
            while (after >= 0)
            {
                int end = Fit(after, part + 1);
                if (end >= 0)
                {
                    Gap = after == at ? (tokens[at].Start, tokens[at].Start)
                        : (tokens[at].Start, tokens[after - 1].End);
                    return end;
                }

                bool isOver = after == tokens.Count
                    || tokens[after].Text is ";" or "{" or "}" or ")" or "]";
                after = isOver ? -1
                    : tokens[after].Text is "(" or "[" ? CToken.AfterClosing(tokens, after)
                    : after + 1;
            }

            return -1;
        }
    }
}
