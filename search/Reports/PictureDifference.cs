// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>What changed between two states of one run, for people.</summary>
public static class PictureDifference
{
    /// <summary>
    /// A line or two for each change, without ends; empty when the dumps are equal.
    /// </summary>
    /// <inheritdoc cref="Changes" path="/param"/>
    public static IReadOnlyList<string> Of(
        Machine machine, Picture before, Picture after, FrameNames? frames = null) =>
    [
        .. DumpChange.Told(Changes(machine, before, after, frames))
            .Select(static line => line.Text),
    ];

    /// <inheritdoc cref="DumpDifference"/>
    /// <param name="machine">Of both.</param>
    /// <param name="before">The earlier state.</param>
    /// <param name="after">The later state.</param>
    /// <param name="frames">How frames are called around it; null: by first use in here.</param>
    public static IReadOnlyList<DumpChange> Changes(
        Machine machine, Picture before, Picture after, FrameNames? frames = null)
    {
        frames ??= new FrameNames();
        return DumpDifference.Of(
            DumpMaker.Of(machine, before, frames), DumpMaker.Of(machine, after, frames));
    }
}
