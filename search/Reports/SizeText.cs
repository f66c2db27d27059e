// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Search;

/// <summary>
/// Sizes in words a kernel dump uses: exact, in the largest unit that divides them.
/// </summary>
public static class SizeText
{
    const string Units = "BKMGTPE";

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
