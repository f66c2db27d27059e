// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Search;

/// <summary>Part of a run of equal entries, mapping consecutive frames.</summary>
/// <param name="Start">Bytes from VMALLOC_START.</param>
/// <param name="End">First byte behind it.</param>
/// <param name="Level">As of the run; 0: the dump says nothing about the place.</param>
/// <param name="Bits">As of the run; none for a hole.</param>
/// <param name="Frame">Of its first page; -1: not known.</param>
/// <param name="Page">Bytes of a page; 0: not known, and no frame is.</param>
/// <param name="IsGuard">It is the guard page of a live area.</param>
readonly record struct Piece(
    long Start, long End, int Level, PteBits Bits, int Frame, long Page, bool IsGuard)
{
    public bool IsPresent => Bits != PteBits.None;

    /// <summary>Its frames, when they are known.</summary>
    public FrameRun? Frames =>
        Frame < 0 ? null : new FrameRun(Frame, Frame + (int)((End - Start - 1) / Page));

    /// <summary>What lies between two of its addresses.</summary>
    public Piece Between(long start, long end) => this with
    {
        Start = start,
        End = end,
        Frame = Frame < 0 ? -1 : Frame + (int)((start - Start) / Page),
    };
}
