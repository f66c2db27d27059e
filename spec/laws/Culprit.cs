// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

/// <summary>Where the subject of a broken law is to be found.</summary>
/// <param name="Start">First address of its range; 0 with End: it has none.</param>
/// <param name="End">First address behind it, guard page included.</param>
/// <param name="Frame">Its page frame; -1: none, or more than one.</param>
/// <param name="Since">Index of the step that made it or gave it its owner; -1: none did.</param>
public readonly record struct Culprit(ulong Start, ulong End, int Frame, int Since)
{
    /// <summary>A law about no range and no frame.</summary>
    public static Culprit None { get; } = new(0, 0, -1, -1);

    /// <summary>Whether its range and another share an address.</summary>
    public bool Overlaps(ulong start, ulong end) => start < End && end > Start;
}
