// SPDX-License-Identifier: GPL-2.0-only
using System.Globalization;
using System.Text;
using static Verification.Spec.Laws;

namespace Verification.Spec;

/// <summary>What a line of /proc/vmallocinfo says behind the range.</summary>
public static class VmallocinfoLaws
{
    public static Law<Step> VmallocinfoTellsEachArea { get; } = Always<Step>(
        "a line of /proc/vmallocinfo tells the caller, pages, device, flags and nodes of its area",
        from: "s_show",
        steps: ["info.1"],
        about: [CommandKind.Vmallocinfo],
        holds: static (ledger, step) => TellsEach(ledger, step.Text.ToString())) with
    {
        Needs = Observations.Events | Observations.Text,
    };

    /// <summary>Lines that are missing or out of order are the business of another law.</summary>
    static bool TellsEach(Ledger ledger, ReadOnlySpan<char> text)
    {
        var words = new Dictionary<Caller, string>();
        var says = new StringBuilder();
        foreach (Area area in ledger.Areas.All())
        {
            int end = text.IndexOf('\n');
            if (!area.IsLive || end < 0
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
        for (int node = 0; node < ledger.Machine.Nodes; node++)
        {
            int pages = 0;
            for (ulong page = 0; page < area.NrPages; page++)
            {
                int frame = area.FrameAt(page);
                pages += frame >= 0 && ledger.Machine.NodeOfFrame(frame) == node ? 1 : 0;
            }

            if (pages > 0)
            {
                says.Append(invariant, $" N{node}={pages}");
            }
        }
    }
}
