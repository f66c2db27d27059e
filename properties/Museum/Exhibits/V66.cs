// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V66
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V66",
        Title = "a failed kernel allocation keeps its pages",
        Source = "classic mistake",
        Story = "A caller that takes many pages, all or none, keeps those it had when one is "
            + "missing.",
        Plant =
        [
            new(
                "TakeFrames",
                "GiveBackTaken(first, step.EventCount);",
                "_ = first;"),
        ],
        Breaks = [FailureLaws.FailedCallsKeepNoPage],
        Shortest = 1,
    };
}
