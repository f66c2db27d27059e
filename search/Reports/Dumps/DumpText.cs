// SPDX-License-Identifier: GPL-2.0-only
using System.Text;
using Verification.Spec;

namespace Verification.Search;

/// <summary>
/// A dump as text: the page tables in the layout of <c>kernel_page_tables</c> of 2.6.32, then
/// areas, blocks, TLB entries, kmemleak objects and counters. Lines end in LF, the last one too.
/// </summary>
public static class DumpText
{
    internal const string Below = "---[ below VMALLOC_START ]---";
    internal const string Inside = "---[ vmalloc() Area ]---";
    internal const string Above = "---[ above VMALLOC_END ]---";
    internal const string Areas = "---[ areas, guard pages included ]---";
    internal const string Blocks = "---[ blocks of vm_map_ram ]---";
    internal const string Tlb = "---[ TLB ]---";
    internal const string KmemleakOff = "---[ kmemleak: off ]---";
    internal const string Kmemleak = "---[ kmemleak objects ]---";
    internal const string Counters = "---[ counters ]---";
    internal const string None = "none";

    const int RunsInARow = 6;

    /// <summary>What a target shows of itself, in one go.</summary>
    public static string Of(Machine machine, Picture picture) =>
        Of(DumpMaker.Of(machine, picture, new FrameNames()));

    /// <inheritdoc cref="DumpText"/>
    public static string Of(Dump dump)
    {
        ArgumentNullException.ThrowIfNull(dump);
        StringBuilder text = new();
        int digits = AddressText.Digits(unchecked((ulong)dump.Extent));
        AppendRanges(text, dump, digits);
        AppendAreas(text, dump, digits);
        AppendBlocks(text, dump, digits);
        AppendTlb(text, dump, digits);
        AppendKmemleak(text, dump, digits);
        AppendCounters(text, dump.Counters);
        return text.ToString();
    }

    static void AppendRanges(StringBuilder text, Dump dump, int digits)
    {
        for (int i = 0; i < dump.Ranges.Count; i++)
        {
            DumpedRange range = dump.Ranges[i];
            string heading = range.Start == 0 ? Inside
                : range.Start == dump.Extent ? Above : i == 0 ? Below : "";
            text.Append(heading).Append(heading.Length == 0 ? "" : "\n");
            AppendPlace(text, range.Start, range.End, digits)
                .Append(PteColumns.Of(range.Bits, range.Level))
                .Append(PteColumns.Levels[range.Level]).Append('\n');
        }
    }

    static StringBuilder AppendPlace(StringBuilder text, long start, long end, int digits) => text
        .Append(AddressText.FromStart(start, digits)).Append('-')
        .Append(AddressText.FromStart(end, digits)).Append("   ")
        .Append(SizeText.Of(unchecked((ulong)(end - start))).PadLeft(10)).Append(' ');

    static void AppendAreas(StringBuilder text, Dump dump, int digits)
    {
        text.Append(Areas).Append('\n');
        foreach (DumpedArea area in dump.Areas)
        {
            AppendPlace(text, area.Start, area.End, digits)
                .Append(area.StateText).Append(area.Descriptor);
            if (area.Maps is { } maps)
            {
                AppendFrames(text.Append(maps.IsOfDevice ? " maps device " : " maps "), maps.Frames)
                    .Append(string.Concat(maps.Nodes.Select(static one =>
                        $" N{one.Node}={one.Count}")))
                    .Append(maps.AreAllFree ? " (free frames)"
                        : maps.Free > 0 ? $" ({maps.Free} free frames)" : "");
            }

            text.Append('\n');
        }

        text.Append(dump.Areas.Count == 0 ? $"{None}\n" : "");
    }

    /// <summary>More runs than fit a row go on below it, behind a comma.</summary>
    static StringBuilder AppendFrames(StringBuilder text, FrameRuns frames) => text.AppendJoin(
        ",\n    ", frames.All.Chunk(RunsInARow).Select(static row => string.Join(',', row)));

    static void AppendBlocks(StringBuilder text, Dump dump, int digits)
    {
        text.Append(dump.Blocks.Count == 0 ? "" : $"{Blocks}\n");
        foreach (DumpedBlock block in dump.Blocks)
        {
            text.Append(AddressText.FromStart(block.Start, digits)).Append(' ')
                .Append(block.Text).Append('\n');
        }
    }

    static void AppendTlb(StringBuilder text, Dump dump, int digits)
    {
        text.Append(dump.Tlb.Count == 0 ? "" : $"{Tlb}\n");
        foreach (DumpedTlbEntry entry in dump.Tlb)
        {
            text.Append($"cpu {entry.Cpu}  {AddressText.FromStart(entry.Address, digits)} ")
                .Append(entry.FrameText).Append(entry.IsStale ? " stale" : "")
                .Append(entry.IsFree ? " (free frame)\n" : "\n");
        }
    }

    static void AppendKmemleak(StringBuilder text, Dump dump, int digits)
    {
        text.Append(dump.Kmemleak is null ? $"{KmemleakOff}\n" : $"{Kmemleak}\n");
        foreach (DumpedObject entry in dump.Kmemleak ?? [])
        {
            text.Append(AddressText.FromStart(entry.Address, digits))
                .Append($"   {entry.Size} bytes, min_count {entry.MinCount}\n");
        }

        text.Append(dump.Kmemleak is { Count: 0 } ? $"{None}\n" : "");
    }

    static void AppendCounters(StringBuilder text, DumpedCounters of) => text
        .Append($"{Counters}\n")
        .Append($"vmap_lazy_nr   {of.LazyPages}\n")
        .Append("page tables    ").Append(of.Pud is { } pud ? $"{pud} pud, " : "")
        .Append(of.Pmd is { } pmd ? $"{pmd} pmd, " : "").Append($"{of.Pte} pte\n")
        .Append($"frames         {of.InUse} in use, {of.Mapped} mapped\n")
        .Append($"slab           {of.VmStructs} vm_struct, {of.VmapAreas} vmap_area, ")
        .Append($"{of.PagesArrays} pages array")
        .Append(string.Concat(of.Rare.Zip(DumpedCounters.RareObjects)
            .Where(static one => one.First != 0)
            .Select(static one => $", {one.First} {one.Second}")))
        .Append('\n')
        .Append($"rcu callbacks  {of.RcuPending}\n");
}
