// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class B39
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "B39",
        Title = "a flag of one structure is read as another's",
        Source = "dbda591d920b, 3.5",
        Story = "vm_struct flags were copied into vmap_area flags, where bit 0 means not "
            + "VM_IOREMAP but VM_LAZY_FREE. The next purge released ranges of devices in use. In "
            + "the kernel only areas older than the allocator were copied so; here every area is.",
        Plant =
        [
            new(
                "InsertVmallocVm",
                "va.Flags |= VmapArea.VmArea;",
                """
                va.Flags |= VmapArea.VmArea | (uint)flags;
                if ((va.Flags & VmapArea.LazyFree) != 0)
                {
                    AddLazy(va);
                }
                """),
            new(
                "PurgeVmapAreaLazyInner",
                "Advance(va, AreaTrigger.Purge);",
                "va.Life = LifeCycle.Next(AreaState.Lazy, AreaTrigger.Purge);"),
        ],
        Steps = ["insert-vm.2"],
        Breaks = [PurgeLaws.LazyCounterIsTheSum],
        Shortest = 2,
    };
}
