// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class B49
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "B49",
        Title = "a bad address is followed before it is checked",
        Source = "made by f3c01d2f3ade, 4.18",
        Story = "To run debug checks before the range was released, __vunmap looked the area up "
            + "first, and followed what it found without asking whether it had found anything. "
            + "vfree of a wrong address, until then a warning, became an oops.",
        Plant =
        [
            new(
                "VunmapInner",
                "VmStruct? area = RemoveVmArea(addr);",
                """
                _ = FindVmapArea(addr)!.Private;
                VmStruct? area = RemoveVmArea(addr);
                """),
        ],
        Steps = ["vunmap-inner.2"],
        Breaks = [FailureLaws.NoCallEndsInABug],
        Shortest = 1,
    };
}
