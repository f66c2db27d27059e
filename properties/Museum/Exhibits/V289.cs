// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V289
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V289",
        Title = "get_vm_area swaps the ends of the range",
        Source = "classic mistake",
        Story = "Both ends are an unsigned long, so that no compiler sees them swapped. "
            + "Nothing fits between them: vmap and ioremap are refused in an empty "
            + "range.",
        Plant = [new("GetVmArea", "machine.Start, machine.End", "machine.End, machine.Start")],
        Steps = ["get-area-any.1"],
        Breaks = [PurgeLaws.NoRefusalWhileAHoleFits, PurgeLaws.NoPurgeWhileAHoleFits],
        Shortest = 1,
    };
}
