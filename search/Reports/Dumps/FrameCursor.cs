// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Search;

/// <summary>Hands out the frames of an area to its pages, in their order.</summary>
struct FrameCursor
{
    int run;
    int taken;

    /// <summary>
    /// The beginning of a piece of the area, as far as its frames are consecutive, with the frame;
    /// it ends before the guard page, or is the guard page.
    /// </summary>
    public Piece Take(DumpedArea area, Piece piece)
    {
        long guard = area.End - piece.Page;
        bool hasGuard = area.State == DumpedAreaState.Live && !area.HasNoGuard && guard > area.Start;
        piece = hasGuard && piece.Start < guard && piece.End > guard
            ? piece with { End = guard }
            : piece with { IsGuard = hasGuard && piece.Start >= guard };
        IReadOnlyList<FrameRun> runs = area.Maps?.Frames.All ?? [];
        if (run == runs.Count)
        {
            return piece;
        }

        int frame = runs[run].First + taken;
        long left = (runs[run].Count - taken) * piece.Page;
        piece = piece with { End = Math.Min(piece.End, piece.Start + left), Frame = frame };
        taken += (int)((piece.End - piece.Start + piece.Page - 1) / piece.Page);
        (run, taken) = taken >= runs[run].Count ? (run + 1, 0) : (run, taken);
        return piece;
    }
}
