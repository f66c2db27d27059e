// SPDX-License-Identifier: GPL-2.0-only
using System.Globalization;
using System.Text;

namespace Verification.Spec;

/// <summary>
/// What /proc/vmallocinfo of 2.6.32 has to say of the areas that a ledger knows at this moment:
/// those that stand on vmlist and are wholly built.
/// </summary>
static class Listing
{
    /// <summary>One line for each of them, in address order, and no other line.</summary>
    public static bool ListsTheLive(Ledger ledger, ReadOnlySpan<char> text)
    {
        Span<char> range = stackalloc char[80];
        foreach (Area area in ledger.Areas.All())
        {
            if (!IsListed(area))
            {
                continue;
            }

            range.TryWrite(
                CultureInfo.InvariantCulture,
                $"0x{Digits(area.Start)}-0x{Digits(area.Start + area.VmSize)} {area.VmSize,7}",
                out int length);
            if (!text.StartsWith(range[..length], StringComparison.Ordinal))
            {
                return false;
            }

            text = text[(text.IndexOf('\n') + 1)..];
        }

        return text.IsEmpty;

        string Digits(ulong address) => address.ToString(
            "x", CultureInfo.InvariantCulture).PadLeft(ledger.Machine.PointerDigits, '0');
    }

    static bool IsListed(Area area) => area is { IsLive: true, IsHalfBuilt: false };

    /// <summary>
    /// Each line tells caller, pages, device, flags and nodes; a line that is missing or out of
    /// order is passed over.
    /// </summary>
    public static bool TellsEach(Ledger ledger, ReadOnlySpan<char> text)
    {
        var words = new Dictionary<Caller, string>();
        var says = new StringBuilder();
        foreach (Area area in ledger.Areas.All())
        {
            int end = text.IndexOf('\n');
            if (!IsListed(area) || end < 0
                || !Begins(text[..end], area.Start, ledger.Machine.PointerDigits))
            {
                continue;
            }

            SayFacts(says.Clear(), ledger, area);
            if (!Tells(area, says, text[..end], words))
            {
                return false;
            }

            text = text[(end + 1)..];
        }

        return words.Values.Distinct().Count() == words.Count;
    }

    static bool Begins(ReadOnlySpan<char> line, ulong start, int digits) =>
        line.Length > digits + 2 && line[digits + 2] == '-'
        && ulong.TryParse(
            line.Slice(2, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture,
            out ulong address)
        && address == start;

    /// <summary>One word for a caller, the same in each line and no other caller's.</summary>
    static bool Tells(
        Area area, StringBuilder says, ReadOnlySpan<char> line, Dictionary<Caller, string> words)
    {
        int ahead = line.Length - says.Length;
        if (ahead < 0 || !says.Equals(line[ahead..]))
        {
            return false;
        }

        Span<Range> parts = stackalloc Range[4];
        line = line[..ahead];
        int count = line.Split(parts, ' ', StringSplitOptions.RemoveEmptyEntries);
        return area.Caller == Caller.None ? count == 2
            : count == 3 && IsWordOf(area.Caller, line[parts[2]], words);
    }

    static bool IsWordOf(
        Caller caller, ReadOnlySpan<char> word, Dictionary<Caller, string> words)
    {
        if (words.TryGetValue(caller, out string? known))
        {
            return word.SequenceEqual(known);
        }

        words.Add(caller, word.ToString());
        return true;
    }

    static void SayFacts(StringBuilder says, Ledger ledger, Area area)
    {
        CultureInfo invariant = CultureInfo.InvariantCulture;
        if (area.NrPages > 0)
        {
            says.Append(invariant, $" pages={area.NrPages}");
        }

        if (area.Phys != 0)
        {
            says.Append(invariant, $" phys={area.Phys:x}");
        }

        says.Append((area.Flags & VmFlags.Ioremap) != 0 ? " ioremap" : "");
        says.Append((area.Flags & VmFlags.Alloc) != 0 ? " vmalloc" : "");
        says.Append((area.Flags & VmFlags.Map) != 0 ? " vmap" : "");
        says.Append((area.Flags & VmFlags.Usermap) != 0 ? " user" : "");
        says.Append((area.Flags & VmFlags.Vpages) != 0 ? " vpages" : "");
        SayNodes(says, ledger.Machine, area);
    }

    static void SayNodes(StringBuilder says, Machine machine, Area area)
    {
        Span<int> pages = stackalloc int[machine.Nodes];
        pages.Clear();
        for (ulong page = 0; page < area.NrPages; page++)
        {
            int frame = area.FrameAt(page);
            if (frame >= 0)
            {
                pages[machine.NodeOfFrame(frame)]++;
            }
        }

        for (int node = 0; node < pages.Length; node++)
        {
            if (pages[node] > 0)
            {
                says.Append(CultureInfo.InvariantCulture, $" N{node}={pages[node]}");
            }
        }
    }
}
