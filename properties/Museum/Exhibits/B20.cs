// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class B20
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "B20",
        Title = "an area is unmapped while it is still listed",
        Source = "dd32c279983, 2.6.32-rc1",
        Story = "remove_vm_area unmapped the range first and took it off vmlist afterwards. A "
            + "reader of /dev/kmem could find it there and touch addresses that were no longer "
            + "mapped.",
        Plant =
        [
            new(
                "RemoveVmArea",
                """
                Emit(EventKind.Lock, KernelLock.Vmlist);
                vmlist.Remove(vm);
                """,
                """
                if ((va.Flags & VmapArea.LazyFree) == 0)
                {
                    Advance(va, AreaTrigger.Unlist);
                }

                VmapDebugFreeRange(va.VaStart, va.VaEnd);
                FreeUnmapVmapArea(va);
                Emit(EventKind.Lock, KernelLock.Vmlist);
                vmlist.Remove(vm);
                """),
            new(
                "RemoveVmArea",
                """
                if ((va.Flags & VmapArea.LazyFree) == 0)
                {
                    Advance(va, AreaTrigger.Unlist);
                }

                VmapDebugFreeRange(va.VaStart, va.VaEnd);
                FreeUnmapVmapArea(va);
                vm.Size
                """,
                "vm.Size"),
        ],
        Steps = ["remove.2", "remove.3"],
        Breaks = [FailureLaws.EventsFitTogether],
        Shortest = 2,
    };
}
