// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Search;

/// <summary>A dump in a text, and the lines before it that belong to no dump.</summary>
/// <param name="Before">Calls, mostly: what led to the state.</param>
/// <param name="Dump">The state.</param>
public sealed record DumpSection(IReadOnlyList<string> Before, Dump Dump);

/// <summary>
/// Reads dumps back, those of a snapshot too, where each has calls before it. Input of any kind
/// either gives dumps or throws <see cref="DumpSyntaxException"/> with line and column, in time
/// linear in its length.
/// </summary>
public sealed class DumpReader
{
    /// <summary>The longest text read, in characters.</summary>
    public const int MaxCharacters = 16 << 20;

    readonly DumpScanner scanner;
    bool more;

    DumpReader(string text) => scanner = new DumpScanner(text);

    /// <summary>Every dump of a text, in order; at least one.</summary>
    public static IReadOnlyList<DumpSection> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        DumpReader reader = new(text);
        return text.Length <= MaxCharacters ? reader.Sections()
            : throw reader.scanner.Error(1, $"longer than {MaxCharacters} characters");
    }

    List<DumpSection> Sections()
    {
        List<DumpSection> sections = [];
        List<string> before = [];
        Advance();
        while (more)
        {
            if (scanner.AtHeading)
            {
                sections.Add(new DumpSection(before, Dump()));
                before = [];
            }
            else
            {
                before.Add(scanner.Text.TrimEnd());
                Advance();
            }
        }

        return sections.Count > 0 ? sections
            : throw scanner.Error(1, $"expected a dump, which begins with '{DumpText.Inside}'");
    }

    Dump Dump()
    {
        RangeReader ranges = new(scanner);
        if (Take(DumpText.Below))
        {
            Rows(ranges.ReadBelow);
        }

        if (Take(DumpText.Inside))
        {
            ranges.BeginInside();
            Rows(ranges.Read);
            ranges.EndInside();
        }

        if (ranges.Extent != 0 && Take(DumpText.Above))
        {
            Rows(ranges.Read);
        }

        Expect(DumpText.Areas);
        return new Dump
        {
            Ranges = ranges.Ranges,
            Extent = ranges.Extent,
            Areas = RowsOrNone(new AreaReader(scanner).Read),
            Blocks = Take(DumpText.Blocks) ? Rows(new StateReader(scanner).Block) : [],
            Tlb = Take(DumpText.Tlb) ? Rows(new StateReader(scanner).TlbEntry) : [],
            Kmemleak = Kmemleak(),
            Counters = Counters(),
        };
    }

    List<DumpedObject>? Kmemleak()
    {
        if (Take(DumpText.KmemleakOff))
        {
            return null;
        }

        Expect(DumpText.Kmemleak);
        return RowsOrNone(new StateReader(scanner).KmemleakObject);
    }

    /// <summary>Five lines, and no more: what comes behind them belongs to the next dump.</summary>
    DumpedCounters Counters()
    {
        Expect(DumpText.Counters);
        StateReader reader = new(scanner);
        DumpedCounters counters = default;
        foreach (Func<DumpedCounters, DumpedCounters> line in reader.CounterLines)
        {
            RefuseEnd("a line of the counters");
            counters = line(counters);
            scanner.ExpectLineEnd();
            Advance();
        }

        return counters;
    }

    List<T> RowsOrNone<T>(Func<T> read)
    {
        if (more && scanner.Text.TrimEnd() == DumpText.None)
        {
            Advance();
            return [];
        }

        return Rows(read);
    }

    /// <summary>The lines up to the next heading; at least one.</summary>
    List<T> Rows<T>(Func<T> read)
    {
        List<T> rows = [];
        do
        {
            RefuseEnd("a line of this section");
            rows.Add(read());
            scanner.ExpectLineEnd();
            Advance();
        }
        while (more && !scanner.AtHeading);
        return rows;
    }

    void Expect(string heading)
    {
        RefuseEnd($"'{heading}'");
        if (!Take(heading))
        {
            throw scanner.Error(
                1, $"expected '{heading}', found '{DumpScanner.Cut(scanner.Text)}'");
        }
    }

    bool Take(string heading)
    {
        bool isHere = more && scanner.Text.TrimEnd() == heading;
        if (isHere)
        {
            Advance();
        }

        return isHere;
    }

    void RefuseEnd(string expected)
    {
        if (!more)
        {
            throw scanner.Error(1, $"expected {expected}, found the end of the text");
        }
    }

    void Advance() => more = scanner.NextLine();
}
