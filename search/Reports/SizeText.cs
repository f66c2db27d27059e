// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Search;

/// <summary>
/// Sizes in words a kernel dump uses: exact, in the largest unit that divides them.
/// </summary>
public static class SizeText
{
    const string Units = "BKMGTPE";

    /// <summary>Longer numbers are hard to read.</summary>
    const int DigitsRead = 5;

    /// <summary><c>4K</c>, <c>1022M</c>; bytes (<c>64B</c>) only below or beside 1024.</summary>
    public static string Of(ulong bytes)
    {
        int unit = 0;
        while (bytes != 0 && bytes % 1024 == 0 && unit < Units.Length - 1)
        {
            bytes /= 1024;
            unit++;
        }

        return $"{bytes}{Units[unit]}";
    }

    /// <summary>
    /// The same for a reader, who cannot tell <c>67106812K</c> from ten times as much: exact, too,
    /// and <c>64G-2052K</c> where that is shorter.
    /// </summary>
    public static string Readable(ulong bytes)
    {
        string shortest = Of(bytes);
        if (shortest.Length <= DigitsRead + 1)
        {
            return shortest;
        }

        for (int shift = 10; shift <= 60; shift += 10)
        {
            UInt128 whole = ((UInt128)bytes + (1UL << (shift - 1))) >> shift << shift;
            ulong rest = (ulong)(whole > bytes ? whole - bytes : bytes - whole);
            char sign = whole > bytes ? '-' : '+';
            string sum = $"{whole >> shift}{Units[shift / 10]}{sign}{Of(rest)}";
            shortest = rest != 0 && whole != 0 && sum.Length <= shortest.Length ? sum : shortest;
        }

        return shortest;
    }

    /// <summary>
    /// At most five characters: <c>1023G</c>, what is smaller than the unit is dropped.
    /// </summary>
    public static string Rough(ulong bytes)
    {
        int unit = 0;
        while (bytes >= 10_000 || (bytes >= 1024 && bytes % 1024 == 0))
        {
            bytes /= 1024;
            unit++;
        }

        return $"{bytes}{Units[unit]}";
    }

    /// <summary><c>1 page</c>, <c>3 pages</c>.</summary>
    public static string Pages(ulong count) => count == 1 ? "1 page" : $"{count} pages";

    /// <summary><c>1st</c>, <c>2nd</c>, <c>11th</c>.</summary>
    public static string Ordinal(int number) => (number % 100, number % 10) switch
    {
        ( >= 11 and <= 13, _) => $"{number}th",
        (_, 1) => $"{number}st",
        (_, 2) => $"{number}nd",
        (_, 3) => $"{number}rd",
        _ => $"{number}th",
    };
}
