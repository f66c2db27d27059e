// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V22
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V22",
        Title = "vmap keeps a page",
        Source = "classic mistake",
        Story = "vmap takes a page for itself each time and never gives it back.",
        Plant =
        [
            new(
                "Vmap",
                "area.IsRemembered = true;",
                """
                area.IsRemembered = true;
                AllocPage(Gfp.Kernel, -1);
                """),
        ],
        Steps = ["vmap.2"],
        Breaks = [FrameLaws.OwnedFramesBelongToALiveArea],
        Shortest = 2,
    };
}
