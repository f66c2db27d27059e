// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Properties;

sealed partial class Script
{
    /// <summary>
    /// <c>pcpu_get_vm_areas</c> that succeeds, at the top of a range where nothing is in its way.
    /// The objects of an area are vm_struct and vmap_area; the array is that of the whole group.
    /// </summary>
    public Scripted[] Percpu(ulong align, params PercpuArea[] areas)
    {
        ScriptedStep step = Produce(Group(align, areas));
        (int vms, int vas) = (MiscSlab(step, areas), MiscSlab(step, areas));
        ulong reach = areas[PercpuArea.Last(areas)].End;
        ulong origin = (Machine.End & ~(align - 1)) - reach;
        Scripted[] group =
        [
            .. areas.Select(area => new Scripted(
                commands.Count - 1, origin + area.Offset, origin + area.End, [],
                (Slab(step, SlabKind.Vm, Gfp.Kernel, -1),
                    Slab(step, SlabKind.Va, Gfp.Kernel | Gfp.Zero, -1), vms))),
        ];
        step.Add(EventKind.Lock, detail: (byte)KernelLock.VmapArea);
        foreach (Scripted area in group)
        {
            step.Add(EventKind.AreaReserve, area.Start, area.End, area.Objects.Va);
        }

        step.Add(EventKind.Unlock, detail: (byte)KernelLock.VmapArea);
        foreach (Scripted area in group)
        {
            step.Add(EventKind.Lock, detail: (byte)KernelLock.Vmlist);
            step.Add(
                EventKind.VmInsert, area.Start, id: area.Objects.Vm,
                bytes: area.End - area.Start, gfp: (Gfp)(uint)VmFlags.Alloc);
            step.Add(EventKind.Unlock, detail: (byte)KernelLock.Vmlist);
        }

        step.Add(EventKind.SlabFree, id: vas);
        step.Outcome = Outcome.Pointer(group[0].Start);
        return group;
    }

    /// <summary>The same call where it fits nowhere, after a purge of nothing.</summary>
    public void RefusePercpu(params PercpuArea[] areas)
    {
        ScriptedStep step = Produce(Group(Page, areas));
        int[] objects =
        [
            MiscSlab(step, areas), MiscSlab(step, areas),
            .. areas.SelectMany(_ => new[]
            {
                Slab(step, SlabKind.Va, Gfp.Kernel | Gfp.Zero, -1),
                Slab(step, SlabKind.Vm, Gfp.Kernel, -1),
            }),
        ];
        Purge(step);
        foreach (int id in objects)
        {
            step.Add(EventKind.SlabFree, id: id);
        }

        step.Outcome = Outcome.Pointer(0);
    }

    /// <summary><c>pcpu_free_vm_areas</c> of these; the array of the group goes last.</summary>
    public void FreePercpu(params Scripted[] group)
    {
        ScriptedStep step = Call(
            CommandKind.PcpuFreeVmAreas, Operand.Named(group[0].Name));
        foreach (Scripted area in group)
        {
            Unlink(step, area.Start, area.End);
            step.Add(EventKind.AreaLazy, area.Start);
            step.Add(EventKind.SlabFree, id: area.Objects.Vm);
        }

        step.Add(EventKind.SlabFree, id: group[0].Objects.Array);
    }

    /// <summary>The command that asks for a group.</summary>
    public static Command Group(ulong align, params PercpuArea[] areas) =>
        new(CommandKind.PcpuGetVmAreas) { Areas = areas, Align = align, Gfp = Gfp.Kernel };

    int MiscSlab(ScriptedStep step, PercpuArea[] areas) => Slab(
        step, SlabKind.Misc, Gfp.Kernel, -1, (ulong)(areas.Length * Machine.PointerBytes));
}
