// SPDX-License-Identifier: GPL-2.0-only
using System.Text;
using Verification.Spec;

namespace Verification.Targets;

/// <summary>The state of a target as the set of state lines a recording would have of it.</summary>
sealed class StateLines(Machine machine)
{
    readonly StringBuilder frames = new();
    List<string> lines = [];
    HashSet<string> now = [];
    HashSet<string> before = [];

    /// <summary>
    /// Takes over a picture; returns what changed since the one before: <c>-</c> lines, then
    /// <c>+</c> lines, in the order of the picture.
    /// </summary>
    public List<string> Changes(Picture picture)
    {
        List<string> old = lines;
        (now, before) = (before, now);
        lines = Lines(picture);
        now.Clear();
        now.UnionWith(lines);
        List<string> changes = [];
        changes.AddRange(old.Where(line => !now.Contains(line)).Select(line => '-' + line));
        changes.AddRange(lines.Where(line => !before.Contains(line)).Select(line => '+' + line));
        return changes;
    }

    List<string> Lines(Picture picture)
    {
        List<string> all = [];
        foreach (VmEntry vm in picture.Vmlist)
        {
            string pages = vm.NestedAt != 0 ? $"v{At(vm.NestedAt)}" : vm.ArrayObject >= 0 ? "k" : "-";
            all.Add($"vm {At(vm.Address)} {vm.Size:x} {(uint)vm.Flags:x} {vm.NrPages} {pages}");
        }

        foreach (VmapEntry va in picture.VmapAreas)
        {
            all.Add($"va {At(va.Start)} {At(va.End)} {va.Flags:x}");
        }

        Runs(picture.Translations, all);
        foreach (KmemleakEntry km in picture.KmemleakEnabled ? picture.Kmemleak : [])
        {
            all.Add($"km {At(km.Address)} {km.Size} {km.MinCount}");
        }

        return all;
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
