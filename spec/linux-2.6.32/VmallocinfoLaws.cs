// SPDX-License-Identifier: GPL-2.0-only
using System.Globalization;
using System.Text;
using static Verification.Spec.Laws;

namespace Verification.Spec;

/// <summary>What a line of /proc/vmallocinfo says behind the range.</summary>
public static class VmallocinfoLaws
{
    public static Law<Step> VmallocinfoTellsEachArea { get; } = Always<Step>(
        "a line of /proc/vmallocinfo tells the caller, pages, flags and nodes of its area",
        from: "s_show",
        about: [CommandKind.Vmallocinfo],
        holds: static (ledger, step) => TellsEach(ledger, step.Text.ToString())) with
    {
        Needs = Observations.Events | Observations.Text,
    };

    /// <summary>Lines that are missing or out of order are the business of another law.</summary>
    static bool TellsEach(Ledger ledger, string text)
    {
        string[] lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var words = new Dictionary<Caller, string>();
        int at = 0;
        foreach (Area area in ledger.Areas.All())
        {
            if (!area.IsLive || at == lines.Length || !Begins(lines[at], area.Start))
            {
                continue;
            }

            if (!Tells(ledger, area, lines[at++], words))
            {
                return false;
            }
        }

        return words.Values.Distinct().Count() == words.Count;
    }

    static bool Begins(string line, ulong start) => line.Length > 18 && line[18] == '-'
        && ulong.TryParse(
            line.AsSpan(2, 16), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture,
            out ulong address)
        && address == start;

    /// <summary>One word for a caller, the same in each line and no other caller's.</summary>
    static bool Tells(Ledger ledger, Area area, string line, Dictionary<Caller, string> words)
    {
        string says = Facts(ledger, area);
        string[] ahead = line.EndsWith(says, StringComparison.Ordinal)
            ? line[..^says.Length].Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];
        if (area.Caller == Caller.None)
        {
            return ahead.Length == 2;
        }

        return ahead.Length == 3
            && (words.TryAdd(area.Caller, ahead[2]) || words[area.Caller] == ahead[2]);
    }

    static string Facts(Ledger ledger, Area area)
    {
        var says = new StringBuilder();
        CultureInfo invariant = CultureInfo.InvariantCulture;
        if (area.NrPages > 0)
        {
            says.Append(invariant, $" pages={area.NrPages}");
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

        return says.ToString();
    }
}
