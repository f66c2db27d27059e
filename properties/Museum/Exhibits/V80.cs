// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V80
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V80",
        Title = "a device range is recorded without its guard",
        Source = "classic mistake",
        Story = "The size of a range for device memory is recorded as its caller asked for it. "
            + "Whoever takes the guard page off again, as every reader does, loses its last page.",
        Plant =
        [
            new(
                "InsertVmallocVm",
                "vm.Size = UnsignedLong(unchecked(va.VaEnd - va.VaStart));",
                """
                vm.Size = unchecked(va.VaEnd - va.VaStart
                    - ((flags & VmFlags.Ioremap) != 0 ? pageSize : 0));
                """),
        ],
        Steps = ["insert-vm.1"],
        Breaks = [ArrayLaws.SizesCountTheGuard],
        Shortest = 1,
    };
}
