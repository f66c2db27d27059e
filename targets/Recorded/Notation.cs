// SPDX-License-Identifier: GPL-2.0-only
using System.Text;

namespace Verification.Targets;

/// <summary>Addresses and frames as recordings write them.</summary>
static class Notation
{
    /// <summary><c>@hex</c> relative to start, signed; <c>null</c> for address 0.</summary>
    public static string Address(ulong address, ulong start)
    {
        if (address == 0)
        {
            return "null";
        }

        ulong above = unchecked(address - start);
        ulong below = unchecked(start - address);
        return above <= long.MaxValue ? $"@{above:x}" : $"@-{below:x}";
    }

    /// <summary>One frame, or a range of consecutive frames.</summary>
    public static string Range(int first, int last) =>
        first == last ? $"{first}" : $"{first}-{last}";

    /// <summary>As <see cref="Range"/>, appended.</summary>
    public static void AppendRange(StringBuilder text, int first, int last)
    {
        text.Append(first);
        if (last > first)
        {
            text.Append('-').Append(last);
        }
    }
}
