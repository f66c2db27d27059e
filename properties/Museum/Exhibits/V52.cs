// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V52
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V52",
        Title = "vunmap gives back a page of its caller",
        Source = "classic mistake",
        Story = "vunmap frees the page it finds mapped at the address. It is its caller's, who "
            + "goes on using it and frees it once more.",
        Plant =
        [
            new(
                "Vunmap",
                "VunmapInner(addr, deallocatePages: false);",
                """
                if (FindVmArea(addr) is { OwnsPages: false }
                    && frames.IsInUse(VmallocToPage(addr)))
                {
                    FreePageInner(VmallocToPage(addr));
                }

                VunmapInner(addr, deallocatePages: false);
                """),
        ],
        Steps = ["vunmap-call.1"],
        Breaks = [FreeLaws.OtherFreesLeaveThePages],
        Shortest = 3,
    };
}
