// SPDX-License-Identifier: GPL-2.0-only
using System.Text;
using Verification.Spec;

namespace Verification.Targets;

/// <summary>The counters of a picture as the <c>n</c> line of a recording has them.</summary>
static class CounterTexts
{
    /// <summary>The first three are always said, others when live.</summary>
    static readonly (SlabKind Kind, string Word)[] kinds =
    [
        (SlabKind.Vm, "vm"), (SlabKind.Va, "va"), (SlabKind.Array, "arr"),
        (SlabKind.VmapBlock, "vb"), (SlabKind.RadixNode, "rn"), (SlabKind.Misc, "misc"),
    ];

    /// <summary>Every counter, in the order of the format, as (key, value).</summary>
    public static IEnumerable<(string Key, string Value)> Of(Picture picture)
    {
        Counters counters = picture.Counters;
        (int pud, int pmd, int pte) = counters.Tables;
        yield return ("lazy", $"{counters.LazyPages}");
        yield return ("tab", $"{pud}/{pmd}/{pte}");
        yield return ("pages", $"{counters.PagesInUse}");
        yield return ("rcu", $"{counters.RcuPending}");
        yield return ("obj", Objects(picture.Objects));
        yield return ("cls", Classes(picture.Objects));
    }

    static string Objects(List<ObjectEntry> objects)
    {
        Span<int> live = stackalloc int[(int)SlabKind.RadixNode + 1];
        foreach (ObjectEntry entry in objects)
        {
            live[(int)entry.Kind]++;
        }

        StringBuilder text = new();
        foreach ((SlabKind kind, string word) in kinds)
        {
            if (kind <= SlabKind.Array || live[(int)kind] > 0)
            {
                text.Append($"{(text.Length == 0 ? "" : ",")}{word}:{live[(int)kind]}");
            }
        }

        return text.ToString();
    }

    static string Classes(List<ObjectEntry> objects)
    {
        SortedDictionary<int, int> live = [];
        foreach (ObjectEntry entry in objects.Where(static entry => entry.Kind != SlabKind.RadixNode))
        {
            live[entry.Class] = live.GetValueOrDefault(entry.Class) + 1;
        }

        return string.Join(',', live.Select(pair => $"{pair.Key}:{pair.Value}"));
    }
}
