// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>Cuts a dump into tokens: addresses, sizes, frames.</summary>
sealed class DumpScanner(string text) : LineScanner(text)
{
    const string Units = "BKMGTPE";

    /// <summary>A line of another section begins here, or of none.</summary>
    public bool AtHeading => Text.StartsWith("---[", StringComparison.Ordinal);

    public bool AtNode => Current == 'N';

    /// <summary>Bytes from VMALLOC_START: <c>START+0x3000</c>.</summary>
    public long Address()
    {
        Expect("START");
        bool below = Take("-");
        if (!below)
        {
            Expect("+");
        }

        ulong most = below ? 1UL << 63 : long.MaxValue;
        ulong magnitude = Number("an offset", most);
        return unchecked((long)(below ? 0 - magnitude : magnitude));
    }

    /// <summary>Two addresses, and the bytes between them, which have to agree.</summary>
    public (long Start, long End) Range()
    {
        long start = Address();
        Expect("-");
        long end = Address();
        int column = Column;
        ulong told = Size();
        ulong bytes = unchecked((ulong)(end - start));
        return told == bytes ? (start, end) : throw Error(
            column, $"the range holds {SizeText.Of(bytes)}, and not {SizeText.Of(told)}");
    }

    /// <summary><c>12K</c>, in bytes.</summary>
    public ulong Size()
    {
        const string what = "a size (12K)";
        int column = Column;
        string word = AtDigit ? Word(what) : throw Expected(what);
        int unit = Units.IndexOf(word[^1]);
        int shift = unit * 10;
        return unit >= 0 && ulong.TryParse(word.AsSpan(0, word.Length - 1), out ulong count)
            && count << shift >> shift == count
                ? count << shift
                : throw Error(column, $"expected {what}, found '{Cut(word)}'");
    }

    /// <summary>A number that a broken target may report below 0.</summary>
    public long Signed(string what, long max = int.MaxValue)
    {
        bool below = Take("-");
        long magnitude = (long)Number(what, (ulong)max);
        return below ? -magnitude : magnitude;
    }

    /// <summary>A letter and the number behind it: n of <c>fn</c>.</summary>
    public int Numbered(char letter, int max, string what)
    {
        int column = Column;
        string word = Word(what);
        return word[0] == letter && int.TryParse(word.AsSpan(1), out int number)
            && number >= 0 && number <= max
                ? number
                : throw Error(
                    column, $"expected {what}, 0 to {max}, found '{Cut(word)}'");
    }

    protected override TextSyntaxException Error(int line, int column, string problem) =>
        new DumpSyntaxException(line, column, problem);

    protected override void SkipBlanks()
    {
        while (Current is ' ' or '\t' or '\r')
        {
            At++;
        }
    }
}
