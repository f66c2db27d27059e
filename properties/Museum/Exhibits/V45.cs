// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V45
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V45",
        Title = "a scan asks for one reference too few",
        Source = "classic mistake",
        Story = "The scan reports objects to which less than min_count - 1 references lead. The "
            + "two of the kernel are enough then, and what everybody else forgot is not reported.",
        Plant =
        [
            new(
                "KmemleakScan",
                "references[at.Ordinal] < MinCount",
                "references[at.Ordinal] < MinCount - 1"),
        ],
        Steps = ["kmemleak.3"],
        Breaks = [ReportLaws.ScansReportWhatIsForgotten],
        Shortest = 3,
    };
}
