// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V238
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V238",
        Title = "an area that touches the next counts as overlap",
        Source = "classic mistake",
        Story = "The check for overlap, which never fired, was mended with the wrong sign: an "
            + "area that ends where the next one begins is a bug now.",
        Plant =
        [
            new(
                "InsertVmapAreaInner",
                "var before = at;",
                """
                if (vmapAreas.IsEntry(at) && vmapAreas.StartAt(at) <= va.VaEnd)
                {
                    throw new KernelBug("__insert_vmap_area");
                }

                var before = at;
                """),
        ],
        Steps = ["insert-va.2"],
        Breaks = [FailureLaws.NoCallEndsInABug],
        Shortest = 2,
    };
}
