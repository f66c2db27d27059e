// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V34
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V34",
        Title = "the last table is not built",
        Source = "classic mistake",
        Story = "alloc_vm_area builds the tables of the range without its last page. When that "
            + "page lies in a table of its own, the owner of the range has no table there to "
            + "write into.",
        Plant =
        [
            new(
                "AllocVmArea",
                "ApplyToPageRange(area.Addr, area.Size)",
                "ApplyToPageRange(area.Addr, area.Size - pageSize)"),
        ],
        Steps = ["alloc-area.1"],
        Breaks = [RangeLaws.TablesComeWithTheArea],
        Shortest = 1,
    };
}
