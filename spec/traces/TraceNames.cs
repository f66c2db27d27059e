// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

/// <summary>
/// The names in a trace file. A use of a name that nothing makes is legal (and a no-op when run);
/// one that calls a product by the wrong letter is a slip.
/// </summary>
sealed class TraceNames(TraceScanner scanner)
{
    readonly Dictionary<int, (char Letter, int Line)> made = [];
    readonly List<(int Name, char Letter, int Line, int Column)> uses = [];

    public int Make(string word, int column)
    {
        int name = Read(word, column);
        return made.TryAdd(name, (word[0], scanner.Line)) ? name : throw scanner.Error(
            column, $"the number of '{word}' is already taken in line {made[name].Line}");
    }

    /// <summary>Whether <see cref="Settled"/> may change an operand.</summary>
    public bool AreOpen { get; private set; }

    /// <summary>A use; as long as nothing makes the name, it says what its letter does.</summary>
    public Operand Use(string word, int column)
    {
        int name = Read(word, column);
        uses.Add((name, word[0], scanner.Line, column));
        Product said = (Product)TraceWords.Letters.IndexOf(word[0]);
        bool isOpen = said != Product.Block && !made.ContainsKey(name);
        AreOpen |= isOpen;
        return Operand.Named(name) with { Of = isOpen ? said : Product.Nothing };
    }

    /// <summary>The same operand once all that is made is known.</summary>
    public Operand Settled(Operand operand) =>
        operand.Base == OperandBase.Name && made.ContainsKey(operand.Index)
            ? operand with { Of = Product.Nothing } : operand;

    /// <summary>Compares all uses with what was made, wherever it was made.</summary>
    public void Check()
    {
        foreach ((int name, char letter, int line, int column) in uses)
        {
            if (made.TryGetValue(name, out (char Letter, int Line) maker) && maker.Letter != letter)
            {
                throw new TraceSyntaxException(line, column,
                    $"expected {maker.Letter}{name}, as line {maker.Line} names it");
            }
        }
    }

    int Read(string word, int column) =>
        word.Length is > 1 and < 8 && TraceWords.Letters.IndexOf(word[0]) > 0
        && word.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0
            ? int.Parse(word.AsSpan(1))
            : throw scanner.Error(column, "expected a name (p, m, a, f or r and up to 6 digits), "
                + $"found '{TraceScanner.Cut(word)}'");
}
