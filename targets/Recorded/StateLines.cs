// SPDX-License-Identifier: GPL-2.0-only
using System.Text;
using Verification.Spec;

namespace Verification.Targets;

/// <summary>The state of a target as the set of state lines a recording would have of it.</summary>
sealed class StateLines(Machine machine)
{
    readonly StringBuilder frames = new();
    readonly Dictionary<string, int> balance = [];
    List<string> lines = [];

    /// <summary>
    /// Takes over a picture; returns what changed since the one before: <c>-</c> lines, then
    /// <c>+</c> lines, in the order of the picture. Equal lines count as often as they stand.
    /// </summary>
    public List<string> Changes(Picture picture)
    {
        List<string> before = lines;
        lines = Lines(picture);
        List<string> changes = [];
        AppendMissing(before, lines, '-', changes);
        AppendMissing(lines, before, '+', changes);
        return changes;
    }

    /// <summary>Appends the lines of one list that the other has not, or not as often.</summary>
    void AppendMissing(List<string> these, List<string> others, char sign, List<string> changes)
    {
        balance.Clear();
        foreach (string line in others)
        {
            balance[line] = balance.GetValueOrDefault(line) + 1;
        }

        foreach (string line in these)
        {
            int left = balance.GetValueOrDefault(line);
            balance[line] = left - 1;
            if (left <= 0)
            {
                changes.Add(sign + line);
            }
        }
    }

    List<string> Lines(Picture picture)
    {
        List<string> all = [];
        foreach (VmEntry vm in picture.Vmlist)
        {
            string pages = vm.NestedAt != 0 ? $"v{At(vm.NestedAt)}"
                : vm.ArrayObject >= 0 ? "k" : "-";
            all.Add($"vm {At(vm.Address)} {vm.Size:x} {(uint)vm.Flags:x} {vm.NrPages} {pages}");
        }

        Order("vm", [.. picture.Vmlist.Select(vm => (vm.Address, unchecked(vm.Address + 1)))], all);

        foreach (VmapEntry va in picture.VmapAreas)
        {
            all.Add($"va {At(va.Start)} {At(va.End)} {va.Flags:x}");
        }

        Order("va", [.. picture.VmapAreas.Select(va => (va.Start, va.End))], all);
        Runs(picture.Translations, all);
        foreach (KmemleakEntry km in picture.KmemleakEnabled ? picture.Kmemleak : [])
        {
            all.Add($"km {At(km.Address)} {km.Size} {km.MinCount}");
        }

        foreach (VmapBlockEntry vb in picture.VmapBlocks)
        {
            all.Add($"vb {At(vb.Start)} cpu{vb.Cpu} free={vb.Free} dirty={vb.Dirty} "
                + $"queue={(vb.IsQueued ? "yes" : "no")}");
        }

        return all;
    }

    /// <summary>Says which entries of a list begin before the one ahead of them ends.</summary>
    void Order(string list, List<(ulong Start, ulong End)> ranges, List<string> all)
    {
        for (int i = 1; i < ranges.Count; i++)
        {
            if (ranges[i].Start < ranges[i - 1].End)
            {
                all.Add($"order {list} {At(ranges[i].Start)}");
            }
        }
    }

    /// <summary>Joins neighbouring translations of equal protection into maximal runs.</summary>
    void Runs(List<TranslationEntry> translations, List<string> all)
    {
        for (int begin = 0; begin < translations.Count;)
        {
            TranslationEntry first = translations[begin];
            int end = begin + 1;
            ulong next = unchecked(first.Address + machine.PageSize);
            while (end < translations.Count && translations[end].Address == next
                && translations[end].Prot == first.Prot)
            {
                next = unchecked(next + machine.PageSize);
                end++;
            }

            Frames(translations, begin, end);
            all.Add($"map {At(first.Address)} {end - begin} {first.Prot.Bits:x} {frames}");
            begin = end;
        }
    }

    void Frames(List<TranslationEntry> translations, int begin, int end)
    {
        frames.Clear();
        while (begin < end)
        {
            int last = begin;
            while (last + 1 < end && translations[last + 1].Frame == translations[last].Frame + 1)
            {
                last++;
            }

            frames.Append(frames.Length == 0 ? "" : ",");
            Notation.AppendRange(frames, translations[begin].Frame, translations[last].Frame);
            begin = last + 1;
        }
    }

    string At(ulong address) => Notation.Address(address, machine.Start);
}
