// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class B21
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "B21",
        Title = "vread takes every page for mapped",
        Source = "d0107eb0732, 2.6.32-rc1",
        Story = "vread copied from every page of an area as if it were there. An area that its "
            + "owner had not mapped, or mapped in part, made a reader of /dev/kmem fault in the "
            + "kernel.",
        Plant =
        [
            new(
                "CopyOut",
                "int page = (area.Flags & VmFlags.Ioremap) != 0 ? -1 : VmallocToPage(addr);",
                """
                int page = VmallocToPage(addr);
                if (page < 0)
                {
                    throw new KernelBug("vread");
                }
                """),
        ],
        Steps = ["vread.2"],
        Breaks = [FailureLaws.NoCallEndsInABug],
        Shortest = 2,
    };
}
