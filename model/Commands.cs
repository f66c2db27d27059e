// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Model;

/// <summary>From a call to the kernel function it names.</summary>
public sealed partial class Model
{
    Outcome Run(Call call)
    {
        built = null;
        return call.Kind switch
        {
            <= CommandKind.VzallocNode => RunAllocator(call),
            <= CommandKind.RemoveVmArea => RunArea(call),
            <= CommandKind.VmUnmapAliases => RunRange(call),
            <= CommandKind.VmallocUsage => RunView(call),
            CommandKind.VmMapRam or CommandKind.VmUnmapRam => RunRam(call),
            >= CommandKind.FindVmArea and <= CommandKind.SetIounmapNonlazy => RunMapping(call),
            _ => RunEnvironment(call),
        };
    }

    Outcome RunAllocator(Call call)
    {
        if (call.Kind >= CommandKind.Vzalloc && era < Era.V2637)
        {
            return new Outcome(OutcomeKind.Unsupported);
        }

        ulong addr = call.Kind switch
        {
            CommandKind.VmallocNodeInner => VmallocNodeInner(
                call.Size, call.Align, call.Gfp, call.Prot, call.Node, Caller.Direct),
            CommandKind.VmallocInner => VmallocInner(call.Size, call.Gfp, call.Prot),
            CommandKind.Vmalloc => Vmalloc(call.Size),
            CommandKind.VmallocUser => VmallocUser(call.Size),
            CommandKind.VmallocNode => VmallocNode(call.Size, call.Node),
            CommandKind.VmallocExec => VmallocExec(call.Size),
            CommandKind.Vmalloc32 => Vmalloc32(call.Size),
            CommandKind.Vmalloc32User => Vmalloc32User(call.Size),
            CommandKind.Vzalloc => VzallocNode(call.Size, -1),
            _ => VzallocNode(call.Size, call.Node),
        };
        return Block(addr);
    }

    Outcome RunArea(Call call)
    {
        ulong addr = call.Address;
        switch (call.Kind)
        {
            case CommandKind.VmallocAreaInner:
                return VmallocArea(call);
            case CommandKind.Vfree:
                Vfree(addr);
                return Outcome.Void;
            case CommandKind.Vmap:
                return Outcome.Pointer(
                    Vmap(call.Pages, call.Count, call.Flags, call.Prot));
            case CommandKind.Vunmap:
                Vunmap(addr);
                return Outcome.Void;
            case CommandKind.GetVmArea:
                return Area(GetVmArea(call.Size, call.Flags));
            case CommandKind.GetVmAreaInner:
                return Area(GetVmAreaInner(call.Size, call.Flags, call.Start, call.End));
            case CommandKind.GetVmAreaNode:
                return Area(GetVmAreaNode(call.Size, call.Flags, call.Node, call.Gfp));
            case CommandKind.AllocVmArea:
                return Outcome.Pointer(AllocVmArea(call.Size));
            case CommandKind.FreeVmArea:
                return FreeArea(addr);
            default:
                return RemoveArea(addr);
        }
    }

    Outcome RunRange(Call call)
    {
        switch (call.Kind)
        {
            case CommandKind.MapVmArea:
                return MapArea(call);
            case CommandKind.MapKernelRangeNoflush:
                return Outcome.Number(
                    MapKernelRangeNoflush(call.Address, call.Size, call.Prot, call.Pages));
            case CommandKind.UnmapKernelRange:
                UnmapKernelRange(call.Address, call.Size);
                return Outcome.Void;
            case CommandKind.UnmapKernelRangeNoflush:
                UnmapKernelRangeNoflush(call.Address, call.Size);
                return Outcome.Void;
            default:
                VmUnmapAliases();
                return Outcome.Void;
        }
    }

    Outcome RunRam(Call call)
    {
        if (call.Kind == CommandKind.VmMapRam)
        {
            return Outcome.Pointer(VmMapRam(call.Pages, call.Node, call.Prot));
        }

        VmUnmapRam(call.Address, (uint)call.Count);
        return Outcome.Void;
    }

    Outcome RunView(Call call)
    {
        switch (call.Kind)
        {
            case CommandKind.VmallocToPage:
                int page = VmallocToPage(call.Address);
                return page < 0
                    ? new Outcome(OutcomeKind.NoPage)
                    : new Outcome(OutcomeKind.Page, (ulong)page);
            case CommandKind.Vread:
                return Outcome.Number(Vread(call.Address, call.Size));
            case CommandKind.Vwrite:
                return Outcome.Number(Vwrite(call.Address, call.Size, call.Value));
            case CommandKind.Vmallocinfo:
                Vmallocinfo(step.Text);
                return Outcome.Void;
            default:
                return GetVmallocInfo();
        }
    }

    Outcome RunMapping(Call call)
    {
        switch (call.Kind)
        {
            case CommandKind.FindVmArea:
                return FindVmArea(call.Address) is { } area
                    ? Outcome.Number(unchecked((long)area.Size), (ulong)area.Flags)
                    : new Outcome(OutcomeKind.NoPage);
            case CommandKind.RemapVmallocRange:
                return Outcome.Number(RemapVmallocRange(call.Size, call.Address, call.Count));
            case CommandKind.Ioremap:
                return Outcome.Pointer(Ioremap(call.Phys, call.Size));
            case CommandKind.Iounmap:
                Iounmap(call.Address);
                return Outcome.Void;
            case CommandKind.SetIounmapNonlazy when era >= Era.V2637:
                SetIounmapNonlazy();
                return Outcome.Void;
            default:
                return new Outcome(OutcomeKind.Unsupported);
        }
    }

    Outcome RunEnvironment(Call call)
    {
        switch (call.Kind)
        {
            case CommandKind.Read:
                return Load(call.Cpu, call.Address);
            case CommandKind.Write:
                return Store(call.Cpu, call.Address, call.Value);
            case CommandKind.Drop:
                Forget(call.Address);
                return Outcome.Void;
            case CommandKind.KmemleakScan:
                KmemleakScan();
                return Outcome.Void;
            case CommandKind.Take:
                return TakeFrames(call.Count, call.Node);
            case CommandKind.GiveBack:
                return GiveBackFrames(call.Pages);
            case CommandKind.Interrupt:
                inInterrupt = call.Value != 0;
                return Outcome.Void;
            case CommandKind.Grace:
                RunRcuCallbacks();
                return Outcome.Void;
            case CommandKind.PcpuGetVmAreas:
                return Area(PcpuGetVmAreas(call.Areas, call.Align, call.Gfp)?.Vms[0]);
            case CommandKind.PcpuFreeVmAreas:
                return FreePercpuGroup(call.Address);
            default:
                return new Outcome(OutcomeKind.Unsupported);
        }
    }
}
