// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class B78
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "B78",
        Title = "a refusal is reported before the second try",
        Source = "repaired in 6.3.10",
        Story = "The warning about a failed allocation was printed when the first attempt failed, "
            + "though a second one followed and succeeded. Here it is the message about missing "
            + "address space, printed before the purge that makes room.",
        Plant =
        [
            new(
                "AllocVmapArea",
                """
                Emit(EventKind.Unlock, KernelLock.VmapArea);
                if (purged)
                {
                    PrintNoVaSpace(size);
                """,
                """
                Emit(EventKind.Unlock, KernelLock.VmapArea);
                PrintNoVaSpace(size);
                if (purged)
                {
                """),
        ],
        Steps = ["alloc-va.9"],
        Breaks = [PurgeLaws.NoRefusalWhileAHoleFits],
        Shortest = 2,
    };
}
