// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V259
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V259",
        Title = "only blocks are put on vmlist",
        Source = "classic mistake",
        Story = "The descriptor is filled in one place and put on vmlist in another, by vmalloc. "
            + "Nobody does it for those who want the range alone: it cannot be found, nor "
            + "removed.",
        Plant =
        [
            new(
                "GetVmAreaNodeInner",
                "InsertVmallocVm(area, va, flags, caller);",
                """
                if ((flags & VmFlags.Alloc) != 0)
                {
                    InsertVmallocVm(area, va, flags, caller);
                    return area;
                }

                (area.Flags, area.Addr, area.Size, area.Caller) = (flags, va.VaStart, size, caller);
                (va.Private, va.Flags, inserted) = (area, va.Flags | VmapArea.VmArea, va);
                Advance(va, AreaTrigger.List);
                """),
        ],
        Steps = ["get-area.6"],
        Breaks = [AccessLaws.ReturnedAddressesAreLive],
        Shortest = 1,
    };
}
