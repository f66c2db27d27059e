// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class B30
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "B30",
        Title = "vmallocinfo does not miss its counters",
        Source = "51980ac9e72, 2.6.36",
        Story = "Opening /proc/vmallocinfo allocates counters for the pages of each node and did "
            + "not look whether it got them. Without memory the file opened all the same and "
            + "silently left the nodes out.",
        Plant =
        [
            new(
                "Vmallocinfo",
                "Emit(EventKind.Lock, KernelLock.Vmlist);",
                """
                bool fails = SlabFails(
                    SlabKind.Array, (uint)machine.Nodes * sizeof(int), Gfp.Kernel, -1);
                pagesOnNode = fails ? [] : new int[machine.Nodes];
                Emit(EventKind.Lock, KernelLock.Vmlist);
                """),
            new("ShowNumaInfo", "Array.Resize(ref pagesOnNode, machine.Nodes);", "return;"),
        ],
        Steps = ["info.1"],
        Breaks = [VmallocinfoLaws.VmallocinfoTellsEachArea],
        Shortest = 2,
    };
}
