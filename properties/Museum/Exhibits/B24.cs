// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class B24
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "B24",
        Title = "preemption stays off after vm_map_ram",
        Source = "3f04ba85959, 2.6.33",
        Story = "put_cpu_var of vb_alloc named a variable that does not exist, which nobody noticed "
            + "as the name was thrown away; where it is not, the get has no put. Preemption stays "
            + "off after vm_map_ram, and the CPU is never left again.",
        Plant =
        [
            new(
                "VbAlloc",
                """
                            Emit(EventKind.Unlock, KernelLock.Preemption);
                            if (addr != 0
                """,
                "            if (addr != 0"),
        ],
        Steps = ["vb-alloc.2"],
        Breaks = [LockLaws.LocksAreBalanced],
        Shortest = 1,
    };
}
