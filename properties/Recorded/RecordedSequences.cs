// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;
using Verification.Targets;
using Xunit;

namespace Verification.Properties;

/// <summary>
/// The sequences recorded from 2.6.32.9, run on the faithful model of later eras: what differs is
/// what FINDINGS.md, beside them, tells of the genuine code of those versions.
/// </summary>
[Trait("Length", "long")]
public sealed class RecordedSequences
{
    /// <summary>
    /// A translation is gone at free and not at the purge: vmalloc_to_page says so, and what ends
    /// at 2^64 runs into its BUG when it is freed.
    /// </summary>
    [Fact]
    public void In_37_return_what_was_recorded_and_place_everything_there()
    {
        Replay[] replays = Of(Era.V2637);

        Replay other = Assert.Single(replays, static replay => replay.FirstDifference is not null);
        Assert.Equal(
            "case-x-wrap_top2.txt: > free_vm_area @fe000: ok became bug:vunmap_page_range",
            other.FirstDifference);
        Assert.Equal(21, replays.Sum(static replay => replay.Cleared));
    }

    /// <summary>
    /// FINDINGS.md counts 66 of 270 sequences, and does not say which: these are all there are.
    /// </summary>
    [Fact]
    public void In_39_place_areas_elsewhere_in_every_fourth()
    {
        Replay[] replays = Of(Era.V2639);

        Assert.Equal(345, replays.Length);
        Assert.Equal(95, replays.Count(static replay => replay.FirstDifference is not null));
    }

    [Fact]
    public void In_39_pass_over_the_hole_that_fits_exactly() => Assert.Equal(
        "case-flush_exact.txt: > __vmalloc_node size=6000 align=1 gfp=d2 prot=k node=-1: "
            + "@3000 became @16000",
        Replay.Of(
            Recording.Read("case-flush_exact.txt", Golden.Text("case-flush_exact.txt")),
            Era.V2639).FirstDifference);

    static Replay[] Of(Era era) =>
        [.. Golden.All.Select(recording => Replay.Of(recording, era))];
}
