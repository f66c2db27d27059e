// SPDX-License-Identifier: GPL-2.0-only
using System.Numerics;
using Verification.Spec;

namespace Verification.Search;

/// <summary>
/// Addresses relative to VMALLOC_START, so that two machines and two runs compare as text.
/// </summary>
public sealed class AddressText
{
    readonly ulong start;
    readonly int digits;
    readonly int longBits;

    public AddressText(Machine machine)
    {
        ArgumentNullException.ThrowIfNull(machine);
        start = machine.Start;
        longBits = machine.LongBits;
        ulong extent = unchecked(machine.RangeEnd - machine.Start);
        digits = Digits(extent);
    }

    /// <summary>As short as it goes: <c>START+0x3000</c>; NULL for address 0.</summary>
    public string Short(ulong address) => address == 0 ? "NULL" : Offset(address, 1);

    /// <summary>The same of the end of a range, exclusive: there 0 is the top.</summary>
    public string End(ulong end) => end == 0 ? $"2^{longBits}" : Short(end);

    /// <summary>Equal width for all addresses of the range, for columns.</summary>
    public string Wide(ulong address) => Offset(address, digits);

    /// <summary>A range, end exclusive, in columns.</summary>
    public string Range(ulong from, ulong end) => $"{Wide(from)}-{Wide(end)}";

    /// <summary>Hex digits that every address of a range of so many bytes has room in.</summary>
    public static int Digits(ulong extent) => Math.Max(5, (BitOperations.Log2(extent | 1) / 4) + 1);

    /// <summary>So many bytes from VMALLOC_START: <c>START+0x3000</c>.</summary>
    public static string FromStart(long offset, int digits = 1)
    {
        ulong magnitude = unchecked((ulong)(offset < 0 ? -offset : offset));
        string hex = magnitude.ToString("x").PadLeft(digits, '0');
        return offset < 0 ? $"START-0x{hex}" : $"START+0x{hex}";
    }

    string Offset(ulong address, int width) =>
        FromStart(unchecked((long)(address - start)), width);
}
