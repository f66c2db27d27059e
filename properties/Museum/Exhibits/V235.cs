// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V235
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V235",
        Title = "where nothing is mapped lies page 0",
        Source = "classic mistake",
        Story = "vmalloc_to_page does not look whether the entry is present. An empty one leads "
            + "to the first page of memory, and whoever asked uses that.",
        Plant =
        [
            new("VmallocToPage", "return pte.IsPresent ? pte.Frame : -1;", "return pte.Frame;"),
        ],
        Steps = ["to-page.1"],
        Breaks = [AccessLaws.LookupsSeeTheTables, VreadLaws.VreadSeesTheAreas],
        Shortest = 1,
    };
}
