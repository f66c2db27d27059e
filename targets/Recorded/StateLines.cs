// SPDX-License-Identifier: GPL-2.0-only
using System.Text;
using Verification.Spec;

namespace Verification.Targets;

/// <summary>The state of a target as the set of state lines a recording would have of it.</summary>
sealed class StateLines(Machine machine)
{
    readonly StringBuilder frames = new();
    readonly Dictionary<string, int> spare = [];
    List<string> lines = [];

    /// <summary>
    /// Takes over a picture; returns what changed since the one before: <c>-</c> lines, then
    /// <c>+</c> lines, in the order of the picture. A line may stand there twice.
    /// </summary>
    public List<string> Changes(Picture picture)
    {
        List<string> old = lines;
        lines = Lines(picture);
        List<string> changes = [];
        AddMissing(changes, '-', old, lines);
        AddMissing(changes, '+', lines, old);
        return changes;
    }

    /// <summary>The lines of one state that the other lacks, each as often as it lacks it.</summary>
    void AddMissing(List<string> changes, char sign, List<string> of, List<string> from)
    {
        spare.Clear();
        foreach (string line in from)
        {
            spare[line] = spare.GetValueOrDefault(line) + 1;
        }

        foreach (string line in of)
        {
            int left = spare.GetValueOrDefault(line);
            spare[line] = left - 1;
            if (left <= 0)
            {
                changes.Add(sign + line);
            }
        }
    }

    List<string> Lines(Picture picture)
    {
        List<string> all = [];
        ulong above = 0;
        foreach (VmEntry vm in picture.Vmlist)
        {
            AddOrder(all, "vm", vm.Address, ref above, unchecked(vm.Address + vm.Size));
            string pages = vm.NestedAt != 0 ? $"v{At(vm.NestedAt)}" : vm.ArrayObject >= 0 ? "k" : "-";
            all.Add($"vm {At(vm.Address)} {vm.Size:x} {(uint)vm.Flags:x} {vm.NrPages} {pages}");
        }

        above = 0;
        foreach (VmapEntry va in picture.VmapAreas)
        {
            AddOrder(all, "va", va.Start, ref above, va.End);
            all.Add($"va {At(va.Start)} {At(va.End)} {va.Flags:x}");
        }

        Runs(picture.Translations, all);
        foreach (KmemleakEntry km in picture.KmemleakEnabled ? picture.Kmemleak : [])
        {
            all.Add($"km {At(km.Address)} {km.Size} {km.MinCount}");
        }

        return all;
    }

    /// <summary>An entry that begins below the end of the one before is said to be out of order.</summary>
    void AddOrder(List<string> all, string list, ulong start, ref ulong above, ulong end)
    {
        if (start < above)
        {
            all.Add($"order {list} {At(start)}");
        }

        above = end;
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
