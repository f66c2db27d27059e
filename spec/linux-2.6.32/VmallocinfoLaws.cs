// SPDX-License-Identifier: GPL-2.0-only
using static Verification.Spec.Laws;

namespace Verification.Spec;

/// <summary>What a line of /proc/vmallocinfo says behind the range.</summary>
public static class VmallocinfoLaws
{
    public static Law<Step> VmallocinfoTellsEachArea { get; } = Always<Step>(
        "a line of /proc/vmallocinfo tells the caller, pages, device, flags and nodes of its area",
        from: "s_show",
        steps: ["info.1", "numa-info.1"],
        about: [CommandKind.Vmallocinfo],
        holds: static (ledger, step) => Listing.TellsEach(ledger, step.Text.ToString())) with
    {
        Needs = Observations.Events | Observations.Text,
    };

    /// <summary>Whoever reads then must not meet pages that are not there either: a BUG.</summary>
    public static Law<Step> OtherReadersSeeWholeAreas { get; } = Always<Step>(
        "another task that reads /proc/vmallocinfo in the middle of a call sees exactly the areas "
            + "that are wholly built, each as it is at that moment",
        from: "s_show",
        steps: ["info.1", "info.2"],
        upon: [EventKind.ListRead],
        holds: static (ledger, step) => step.Outcome.Kind == OutcomeKind.Bug
            || ledger.Tally.WrongLists == 0) with
    {
        Needs = Observations.Events | Observations.Text | Observations.Readings,
    };
}
