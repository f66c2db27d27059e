// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Targets;

/// <summary>The counters of a picture as the <c>n</c> line of a recording has them.</summary>
static class CounterTexts
{
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
        Span<int> live = stackalloc int[(int)SlabKind.Misc + 1];
        foreach (ObjectEntry entry in objects)
        {
            live[(int)entry.Kind]++;
        }

        return $"vm:{live[(int)SlabKind.Vm]},va:{live[(int)SlabKind.Va]},"
            + $"arr:{live[(int)SlabKind.Array]}"
            + (live[(int)SlabKind.Misc] > 0 ? $",misc:{live[(int)SlabKind.Misc]}" : "");
    }

    static string Classes(List<ObjectEntry> objects)
    {
        SortedDictionary<int, int> live = [];
        foreach (ObjectEntry entry in objects)
        {
            live[entry.Class] = live.GetValueOrDefault(entry.Class) + 1;
        }

        return string.Join(',', live.Select(pair => $"{pair.Key}:{pair.Value}"));
    }
}
