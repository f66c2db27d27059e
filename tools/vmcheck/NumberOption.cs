// SPDX-License-Identifier: GPL-2.0-only
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Verification.Vmcheck;

/// <summary>Options that take a number, and say which ones when it is another.</summary>
static class NumberOption
{
    const string Hex = "0x";

    /// <summary>A whole number from 1 to <paramref name="most"/>.</summary>
    public static Option<long?> Count(string name, string description, long most) => new(name)
    {
        Description = description,
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            return long.TryParse(text, NumberStyles.None, null, out long number)
                && number >= 1 && number <= most
                ? number
                : Refuse<long>(result, name, $"a whole number from 1 to {most}");
        },
    };

    /// <summary>Seconds above 0, fractions allowed, at most a year.</summary>
    public static Option<TimeSpan?> Seconds(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result =>
        {
            const NumberStyles Plain = NumberStyles.AllowDecimalPoint;
            const double Year = 365 * 24 * 3600;
            string text = result.Tokens[0].Value;
            return double.TryParse(text, Plain, null, out double seconds)
                && seconds >= 0.001 && seconds <= Year
                ? TimeSpan.FromSeconds(seconds)
                : Refuse<TimeSpan>(result, name, "seconds, from 0.001 to a year");
        },
    };

    /// <summary>A 64-bit number, decimal or after 0x.</summary>
    public static Option<ulong?> Seed(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            bool isHex = text.StartsWith(Hex, StringComparison.Ordinal);
            return ulong.TryParse(
                isHex ? text[Hex.Length..] : text,
                isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None,
                null,
                out ulong seed)
                ? seed
                : Refuse<ulong>(
                    result, name, $"a number from 0 to {ulong.MaxValue}, or 0x and hex digits");
        },
    };

    static T? Refuse<T>(ArgumentResult result, string name, string wanted)
        where T : struct
    {
        result.AddError($"{name} {result.Tokens[0].Value}: expected {wanted}");
        return null;
    }
}
