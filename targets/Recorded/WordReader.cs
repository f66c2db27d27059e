// SPDX-License-Identifier: GPL-2.0-only
using System.Globalization;

namespace Verification.Targets;

/// <summary>Takes one line of a recording apart, word by word, and knows where it stands.</summary>
sealed class WordReader(string file, int line, string text)
{
    int next;
    int begin;

    public bool AtEnd => next >= text.Length;

    /// <summary>The next word; words are parted by exactly one space.</summary>
    public string Word(string expected)
    {
        begin = next;
        if (AtEnd)
        {
            throw Complaint($"the line ends where {expected} should stand; write it");
        }

        int end = text.IndexOf(' ', next);
        end = end < 0 ? text.Length : end;
        if (end == next)
        {
            throw Complaint($"a space where {expected} should stand; write one space only");
        }

        string word = text[next..end];
        next = end == text.Length ? end : end + 1;
        if (end == text.Length - 1)
        {
            begin = end;
            throw Complaint("a space at the end of the line; remove it");
        }

        return word;
    }

    /// <summary>A complaint about the word last read, or about a place inside it.</summary>
    public RecordingException Complaint(string what, int offset = 0) =>
        new(file, line, begin + offset + 1, what);

    /// <summary>Shortened for a complaint.</summary>
    public static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";

    /// <summary>A hexadecimal number without 0x.</summary>
    public ulong Hex(string digits, string name, int offset, ulong most = ulong.MaxValue)
    {
        bool reads = ulong.TryParse(
            digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong value);
        if (!reads)
        {
            throw Complaint(
                $"\"{Short(digits)}\" is no value of {name}; write hex digits, no 0x", offset);
        }

        return value <= most ? value
            : throw Complaint(
                $"{name} {Short(digits)} is too large; at most {most:x} (hex)", offset);
    }

    /// <summary>A decimal number between two bounds.</summary>
    public long Decimal(string digits, string name, int offset, long least, long most)
    {
        bool reads = long.TryParse(
            digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value);
        if (!reads)
        {
            throw Complaint(
                $"\"{Short(digits)}\" is no value of {name}; write a decimal number", offset);
        }

        return value >= least && value <= most ? value
            : throw Complaint(
                $"{name} {Short(digits)} is out of range; {least} to {most}", offset);
    }

    /// <summary><c>null</c>, or <c>@hex</c> relative to <paramref name="start"/>, signed.</summary>
    public ulong Address(string word, ulong start, int offset)
    {
        if (word == "null")
        {
            return 0;
        }

        if (!word.StartsWith('@'))
        {
            throw Complaint($"\"{Short(word)}\" is not an address; write @hex or null", offset);
        }

        bool below = word.StartsWith("@-", StringComparison.Ordinal);
        int sign = below ? 2 : 1;
        ulong distance = Hex(word[sign..], "an address", offset + sign);
        return unchecked(below ? start - distance : start + distance);
    }
}
