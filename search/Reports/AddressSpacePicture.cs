// SPDX-License-Identifier: GPL-2.0-only
using System.Text;
using Verification.Spec;

namespace Verification.Search;

/// <summary>
/// The address space as a strip of text, before and after a step: a letter for each area,
/// <c>g</c> for its guard page, <c>~</c> for what waits for the purge. Large ranges are compressed.
/// </summary>
public static class AddressSpacePicture
{
    /// <summary>No line is longer than this.</summary>
    public const int Columns = 76;

    const int Label = 8;
    const int RowColumns = Columns - Label;

    /// <summary>More rows than this would hide what happened.</summary>
    const int RowsMax = 6;
    const int AreasListed = 12;

    /// <summary>What is not to scale need not be wide either.</summary>
    const int WidestCompressed = 24;

    /// <summary>
    /// Draws one or both pictures. A request of <paramref name="failedBytes"/> (guard included)
    /// that found no room is set against the holes there are; 0: no such request.
    /// <paramref name="gone"/>: what was given back before and after, null where nothing was.
    /// </summary>
    public static string Of(
        Machine machine, Picture? before, Picture? after, ulong failedBytes = 0,
        (GivenBack Before, GivenBack After)? gone = null)
    {
        ArgumentNullException.ThrowIfNull(machine);
        (GivenBack earlier, GivenBack later) = gone ?? (GivenBack.None, GivenBack.None);
        AddressSpaceCuts cuts = new(machine, [earlier, later], before, after);
        AddressSpaceGlyphs glyphs = new(machine, before, after);
        char[]? first = before is null ? null : glyphs.Of(cuts, before, earlier);
        char[]? second = after is null ? null : glyphs.Of(cuts, after, later);
        Window window = Window.Around(cuts, first, second);
        StringBuilder text = new();
        AppendTitle(text, machine, cuts, window);
        AppendRows(text, machine, cuts, window, first, second);
        if (failedBytes != 0 && (after ?? before) is Picture picture)
        {
            AppendRequest(text, machine, picture, failedBytes);
        }

        AppendWrapped(text, "areas", Legend(machine, cuts, window, glyphs));
        AppendWrapped(text, "", [.. AddressSpaceGlyphs.Meanings(
            new string(first ?? []) + new string(second ?? []))]);
        return text.ToString();
    }

    /// <summary>The areas that are drawn; of many those around what changed.</summary>
    static List<string> Legend(
        Machine machine, AddressSpaceCuts cuts, Window window, AddressSpaceGlyphs glyphs)
    {
        AddressText addresses = new(machine);
        (char Letter, ulong Start, ulong DataPages, bool Wraps)[] drawn =
        [
            .. glyphs.Areas.Where(area => area.Start >= cuts.Start(window.First)
                && area.Start <= cuts.Start(window.Last)),
        ];
        ulong focus = cuts.Start(window.Focus);
        int first = Math.Clamp(
            Array.FindLastIndex(drawn, area => area.Start <= focus) - (AreasListed / 2),
            0, Math.Max(0, drawn.Length - AreasListed));
        List<string> legend =
        [
            .. drawn.Skip(first).Take(AreasListed).Select(area =>
                $"{area.Letter} {addresses.Short(area.Start)} {SizeText.Pages(area.DataPages)}"
                    + (area.Wraps ? ", beyond VMALLOC_END" : "")),
        ];
        int left = glyphs.Areas.Count() - legend.Count;
        return left == 0 ? legend : [.. legend, $"and {left} more"];
    }

    static void AppendTitle(
        StringBuilder text, Machine machine, AddressSpaceCuts cuts, Window window)
    {
        AddressText addresses = new(machine);
        ulong from = cuts.Start(window.First);
        ulong end = window.Last + 1 < cuts.Count
            ? cuts.Start(window.Last + 1) : machine.RangeEnd;
        text.Append($"{addresses.Short(from)} to {addresses.Short(end)}: ")
            .Append(SizeText.Pages((end - from) / machine.PageSize))
            .Append(" of ").Append(SizeText.Of(machine.PageSize))
            .Append(window.ToScale ? ", one a column\n" : ", not to scale\n");
        int left = cuts.Count - (window.Last - window.First + 1);
        if (left > 0)
        {
            text.Append($"({left} ranges further away are not shown)\n");
        }
    }

    static void AppendRows(
        StringBuilder text, Machine machine, AddressSpaceCuts cuts, Window window,
        char[]? first, char[]? second)
    {
        string? before = first is null ? null : window.Stretch(cuts, machine, first);
        string? after = second is null ? null : window.Stretch(cuts, machine, second);
        int drawn = Math.Max(Drawn(before), Drawn(after));
        int length = Math.Min((before ?? after ?? "").Length,
            Math.Max(1, (drawn + RowColumns - 1) / RowColumns) * RowColumns);
        for (int from = 0; from < length; from += RowColumns)
        {
            int count = Math.Min(RowColumns, length - from);
            if (before is null || after is null
                || before.AsSpan(from, count).SequenceEqual(after.AsSpan(from, count)))
            {
                AppendRow(text, before is null || after is null ? "" : "both",
                    before ?? after, from, count);
                continue;
            }

            AppendRow(text, "before", before, from, count);
            AppendRow(text, "after", after, from, count);
            string marks = string.Concat(Enumerable.Range(from, count)
                .Select(i => before[i] == after[i] ? ' ' : '^'));
            text.Append(' ', Label).Append(marks.TrimEnd()).Append('\n');
        }
    }

    /// <summary>Columns up to the last that is not a hole: rows of nothing are left out.</summary>
    static int Drawn(string? drawing) =>
        drawing is null ? 0 : drawing.AsSpan().TrimEnd(AddressSpaceGlyphs.Hole).Length;

    static void AppendRow(StringBuilder text, string label, string? drawing, int from, int count)
    {
        if (drawing is not null)
        {
            text.Append(label.PadRight(Label)).Append(drawing, from, count).Append('\n');
        }
    }

    static void AppendRequest(
        StringBuilder text, Machine machine, Picture picture, ulong failedBytes)
    {
        ulong at = machine.Start;
        ulong free = 0;
        ulong largest = 0;
        foreach (VmapEntry area in picture.VmapAreas)
        {
            ulong hole = area.Start > at ? area.Start - at : 0;
            free += hole;
            largest = Math.Max(largest, hole);
            at = Math.Max(at, AreaEnd.Of(area));
        }

        ulong rest = machine.End > at ? machine.End - at : 0;
        ulong pages = failedBytes / machine.PageSize;
        string drawing = pages < RowColumns
            ? new string('?', (int)pages - 1) + AddressSpaceGlyphs.Guard : "?...?g";
        text.Append("request ").Append(drawing).Append('\n');
        AppendWrapped(text, "",
        [
            $"{SizeText.Pages(pages)} with guard",
            $"{SizeText.Pages((free + rest) / machine.PageSize)} free",
            $"largest hole {SizeText.Pages(Math.Max(largest, rest) / machine.PageSize)}",
        ]);
    }

    static void AppendWrapped(StringBuilder text, string label, List<string> items)
    {
        int column = 0;
        foreach (string item in items)
        {
            if (column == 0 || column + 2 + item.Length > Columns)
            {
                text.Append(column == 0 ? "" : "\n").Append(label.PadRight(Label)).Append(item);
                label = "";
                column = Label + item.Length;
            }
            else
            {
                text.Append(", ").Append(item);
                column += 2 + item.Length;
            }
        }

        text.Append(column == 0 ? "" : "\n");
    }

    /// <summary>
    /// Which intervals are drawn, each at most Widest columns wide; Focus is where the pictures part.
    /// </summary>
    readonly record struct Window(int First, int Last, int Widest, bool ToScale, int Focus)
    {
        public static Window Around(AddressSpaceCuts cuts, char[]? before, char[]? after)
        {
            const int Most = RowsMax * RowColumns / 2;
            int first = 0;
            int last = cuts.Count - 1;
            int focus = Math.Max(0, FirstDifference(before, after));
            if (cuts.Count > Most)
            {
                first = Math.Clamp(focus - (Most / 2), 0, cuts.Count - Most);
                last = first + Most - 1;
            }

            ulong pages = 0;
            for (int i = first; i <= last; i++)
            {
                pages += cuts.Pages(i);
            }

            int count = last - first + 1;
            int rows = Math.Max(pages <= 2 * RowColumns ? 2 : 1,
                ((2 * count) + RowColumns - 1) / RowColumns);
            bool toScale = pages <= (ulong)(rows * RowColumns);
            int widest = toScale ? rows * RowColumns : WidestCompressed;
            while (widest > 1 && Width(cuts, first, last, widest) > rows * RowColumns)
            {
                widest--;
            }

            return new Window(first, last, widest, toScale, focus);
        }

        /// <summary>The drawing; a hole cut short says its size when there is room.</summary>
        public string Stretch(AddressSpaceCuts cuts, Machine machine, char[] glyphs)
        {
            StringBuilder drawing = new();
            for (int i = First; i <= Last; i++)
            {
                int width = (int)Math.Min(cuts.Pages(i), (ulong)Widest);
                string size = SizeText.Rough(cuts.Pages(i) * machine.PageSize);
                bool says = cuts.Pages(i) > (ulong)width && width >= size.Length + 4
                    && glyphs[i] == AddressSpaceGlyphs.Hole;
                string text = says ? size : "";
                int left = (width - text.Length) / 2;
                drawing.Append(glyphs[i], left).Append(text)
                    .Append(glyphs[i], width - text.Length - left);
            }

            return drawing.ToString();
        }

        static int Width(AddressSpaceCuts cuts, int first, int last, int widest)
        {
            int width = 0;
            for (int i = first; i <= last; i++)
            {
                width += (int)Math.Min(cuts.Pages(i), (ulong)widest);
            }

            return width;
        }

        static int FirstDifference(char[]? before, char[]? after) =>
            before is null || after is null ? -1
            : before.AsSpan().CommonPrefixLength(after) is int same && same < before.Length
                ? same : -1;
    }
}
