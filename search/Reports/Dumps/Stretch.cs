// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Search;

/// <summary>A range of which all pages changed in the same way.</summary>
sealed class Stretch
{
    /// <summary>More runs of frames than this are counted, not listed.</summary>
    const int RunsShown = 3;

    static readonly (PteBits Bit, string Word)[] words =
    [
        (PteBits.Us, "USR"), (PteBits.Rw, "RW"), (PteBits.Pwt, "PWT"), (PteBits.Pcd, "PCD"),
        (PteBits.PsePat, ""), (PteBits.Glb, "GLB"), (PteBits.Nx, "NX"),
    ];

    readonly DumpChangeKind kind;
    readonly Piece old;
    readonly Piece now;
    readonly DumpedCounters tables;
    readonly FrameList oldFrames = new();
    readonly FrameList nowFrames = new();
    long end;
    int shallow;
    int deep;

    public Stretch(DumpChangeKind kind, Piece old, Piece now, DumpedCounters tables)
    {
        (this.kind, this.old, this.now, this.tables) = (kind, old, now, tables);
        (shallow, deep) = (old.Level, old.Level);
        Take(old, now);
    }

    public DumpChange Change => DumpChange.Of(kind, old.Start, end, Text);

    bool IsAboutTables => kind is DumpChangeKind.TablesAdded or DumpChangeKind.TablesGone;

    string Text => kind switch
    {
        DumpChangeKind.Mapped =>
            $"{(now.IsGuard ? "guard page mapped" : "mapped")} {All(now)}{nowFrames.Of(", ")}",
        DumpChangeKind.Unmapped =>
            $"{(old.IsGuard ? "guard page unmapped" : "unmapped")}{oldFrames.Of(", was ")}",
        DumpChangeKind.Remapped => $"remapped{oldFrames.Of(" ")} ->{nowFrames.Of(" ")}",
        DumpChangeKind.BitsChanged => string.Join(
            ", ", Changed(old, now, "lost").Concat(Changed(now, old, "gained"))),
        _ => "page tables " + (kind == DumpChangeKind.TablesAdded ? "added: " : "gone: ")
            + string.Join(", ", Enumerable.Range(shallow + 1, deep - shallow)
                .Where(tables.HasTables).Select(static level => PteColumns.Levels[level])),
    };

    /// <summary>Takes what lies next to it and changed likewise; false: it did not.</summary>
    public bool Extend(Piece older, Piece newer)
    {
        bool isSame = older.Start == end && (IsAboutTables
            || (Like(older, old) && Like(newer, now)));
        if (isSame)
        {
            Take(older, newer);
        }

        return isSame;
    }

    static bool Like(Piece one, Piece other) => one.Bits == other.Bits
        && one.IsGuard == other.IsGuard && (one.Level == other.Level || !one.IsPresent);

    void Take(Piece older, Piece newer)
    {
        end = older.End;
        shallow = Math.Min(shallow, Math.Min(older.Level, newer.Level));
        deep = Math.Max(deep, Math.Max(older.Level, newer.Level));
        oldFrames.Add(older);
        nowFrames.Add(newer);
    }

    static string All(Piece piece) => string.Join(' ', words
        .Where(one => one.Bit == PteBits.Rw || (piece.Bits & one.Bit) != 0)
        .Select(one => (piece.Bits & one.Bit) == 0 ? "ro" : Word(one, piece)));

    static IEnumerable<string> Changed(Piece with, Piece without, string how) => words
        .Where(one => (with.Bits & ~without.Bits & one.Bit) != 0)
        .Select(one => $"{Word(one, with)} {how}");

    static string Word((PteBits Bit, string Word) one, Piece piece) =>
        one.Bit != PteBits.PsePat ? one.Word : piece.Level == 4 ? "PAT" : "PSE";

    /// <summary>The frames behind the pages of a stretch, as far as all are known.</summary>
    sealed class FrameList
    {
        readonly List<FrameRun> runs = [];
        bool areKnown = true;

        public void Add(Piece piece)
        {
            areKnown &= piece.Frames is not null;
            if (piece.Frames is not { } more)
            {
                return;
            }

            if (runs.Count > 0 && runs[^1].Last + 1 == more.First)
            {
                runs[^1] = runs[^1] with { Last = more.Last };
            }
            else
            {
                runs.Add(more);
            }
        }

        /// <summary>Empty when one of them is not known.</summary>
        public string Of(string before) =>
            !areKnown ? "" : before + new FrameRuns(runs).Shortened(RunsShown);
    }
}
