// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Vmcheck;

/// <summary>Texts by number: what is said a thousand times is written once.</summary>
sealed class WordList
{
    readonly Dictionary<string, int> numbers = [];
    readonly List<string> words = [];

    /// <summary>The texts, by their number.</summary>
    public IReadOnlyList<string> All => words;

    /// <summary>The number of a text; the next one when it is new.</summary>
    public int Number(string word)
    {
        if (!numbers.TryGetValue(word, out int number))
        {
            number = words.Count;
            numbers.Add(word, number);
            words.Add(word);
        }

        return number;
    }
}
