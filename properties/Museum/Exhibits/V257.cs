// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V257
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V257",
        Title = "vmlist is sorted the wrong way round",
        Source = "classic mistake",
        Story = "A descriptor enters in front of the first one below it. Readers, who stop at "
            + "the first area above what they look for, see holes where there is memory.",
        Plant =
        [
            new(
                "Vmlist.Insert",
                "AddressIndex.Position at = First;",
                """
                isSorted = false;
                AddressIndex.Position at = First;
                """),
            new("Vmlist.Insert", "index.StartAt(at) < vm.Addr", "index.StartAt(at) > vm.Addr"),
        ],
        Steps = ["insert-vm.3"],
        Breaks = [ReportLaws.VmallocinfoListsTheLiveAreas, VreadLaws.VreadSeesTheAreas],
        Shortest = 2,
    };
}
