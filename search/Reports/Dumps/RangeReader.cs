// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Search;

/// <summary>Reads the page tables of a dump, whose runs leave no gap.</summary>
sealed class RangeReader(DumpScanner scanner)
{
    static readonly (string Word, PteBits Bit)[] behindRw =
    [
        ("PWT", PteBits.Pwt), ("PCD", PteBits.Pcd), ("PSE", PteBits.PsePat),
        ("pat", PteBits.PsePat), ("GLB", PteBits.Glb),
    ];

    readonly List<DumpedRange> ranges = [];

    public IReadOnlyList<DumpedRange> Ranges => ranges;

    /// <summary>0 until the runs inside the range are read.</summary>
    public long Extent { get; private set; }

    /// <summary>The next run is the first of the range.</summary>
    public void BeginInside()
    {
        if (ranges.Count > 0 && ranges[^1].End != 0)
        {
            throw scanner.Error(1, $"expected a run from {AddressText.FromStart(ranges[^1].End)} "
                + "to START, before the range begins");
        }
    }

    public void EndInside() => Extent = ranges[^1].End;

    public bool ReadBelow()
    {
        int column = scanner.Column;
        Read();
        return ranges[0].Start < 0 && ranges[^1].End <= 0 ? true
            : throw scanner.Error(column, "expected a run below START");
    }

    /// <summary>A run that begins where the last one ends; the first of all inside at 0.</summary>
    public bool Read()
    {
        int column = scanner.Column;
        (long start, long end) = scanner.Range();
        long expected = ranges.Count > 0 ? ranges[^1].End : Math.Min(start, 0);
        if (start != expected || end <= start)
        {
            throw scanner.Error(
                column, $"expected a run from {AddressText.FromStart(expected)} upwards");
        }

        PteBits bits = Bits(out bool hasPse, out bool hasPat);
        column = scanner.Column;
        int level = scanner.Choice(PteColumns.Levels, first: 1);
        if (level == 4 ? hasPse : hasPat)
        {
            string bit = hasPse ? "PSE" : "pat";
            throw scanner.Error(column, $"a {PteColumns.Levels[level]} has no {bit}");
        }

        ranges.Add(new DumpedRange(start, end, level, bits));
        return true;
    }

    /// <summary>None when no word stands there.</summary>
    PteBits Bits(out bool hasPse, out bool hasPat)
    {
        (hasPse, hasPat) = (false, false);
        PteBits bits = scanner.Take("USR") ? PteBits.Present | PteBits.Us : PteBits.None;
        bool isWritable = scanner.Take("RW");
        if (!isWritable && !scanner.Take("ro"))
        {
            return bits == PteBits.None ? bits : throw scanner.Expected("RW or ro");
        }

        bits |= isWritable ? PteBits.Present | PteBits.Rw : PteBits.Present;
        foreach ((string word, PteBits bit) in behindRw)
        {
            bool isSet = scanner.Take(word);
            bits |= isSet ? bit : PteBits.None;
            hasPse |= isSet && word == "PSE";
            hasPat |= isSet && word == "pat";
        }

        return scanner.Take("NX") ? bits | PteBits.Nx
            : scanner.Take("x") ? bits : throw scanner.Expected("NX or x");
    }
}
