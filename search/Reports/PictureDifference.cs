// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>What changed between two states of one run, for people.</summary>
public static class PictureDifference
{
    /// <summary>
    /// One line for each change, without its end; empty when the dumps are equal.
    /// </summary>
    public static IReadOnlyList<string> Of(Machine machine, Picture before, Picture after) =>
        [.. DumpChange.Told(Changes(machine, before, after)).Select(static line => line.Text)];

    /// <inheritdoc cref="DumpDifference"/>
    public static IReadOnlyList<DumpChange> Changes(
        Machine machine, Picture before, Picture after)
    {
        FrameNames frames = new();
        return DumpDifference.Of(
            DumpMaker.Of(machine, before, frames), DumpMaker.Of(machine, after, frames));
    }
}
