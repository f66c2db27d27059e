// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

/// <summary>Facts about a call and the ledger on which its duties rest.</summary>
public static partial class Requires
{
    /// <summary>
    /// In an interrupt what reserves or frees a range; else a range that is empty, or that its
    /// guard page makes so; memory of vm_map_ram that cannot be, or was given back; a percpu group
    /// whose areas overlap or are not aligned.
    /// </summary>
    static bool EndsInABug(Ledger ledger, Call call) => call.Kind switch
    {
        CommandKind.MapKernelRangeNoflush or CommandKind.UnmapKernelRange
            or CommandKind.UnmapKernelRangeNoflush => call.Size == 0,
        CommandKind.Vfree or CommandKind.Vunmap => ledger.InInterrupt,
        CommandKind.VmUnmapRam => !ledger.InInterrupt && IsNoRam(ledger, call),
        CommandKind.PcpuGetVmAreas => IsNoGroup(ledger.Machine, call),
        CommandKind.Vmap => ledger.InInterrupt && call.Count <= (ulong)ledger.Machine.TotalRam,
        _ when call.Signature.Product == Product.Area => ledger.InInterrupt
            || (ledger.Machine.GuardWraps(call.Size) && call.Fault.Site == FaultSite.None),
        _ => ledger.InInterrupt && call.Signature.Product == Product.Block
            && PassesTheGate(ledger.Machine, call),
    };

    static bool IsNoRam(Ledger ledger, Call call) =>
        (call.Address & ledger.Machine.PageMask) != 0 || call.Address < ledger.Machine.Start
        || call.Address > ledger.Machine.End
        || (call.Count <= (ulong)ledger.Machine.VmapMaxAlloc && ledger.IsGivenBack(call.Address));

    static bool IsNoGroup(Machine machine, Call call) => call.AreaCount > 0
        && FitAnUnsignedLong(call, machine)
        && ((call.Align & machine.PageMask) != 0
            || PercpuArea.AreMistaken(call.Areas, call.Align));

    static bool FitAnUnsignedLong(Call call, Machine machine)
    {
        foreach (PercpuArea area in call.Areas)
        {
            if (((area.Offset | area.Size | area.End) & ~machine.LongMask) != 0
                || area.End < area.Offset)
            {
                return false;
            }
        }

        return true;
    }

    static bool PassesTheGate(Machine machine, Call call)
    {
        ulong size = machine.PageAlign(call.Size);
        return call.Kind != CommandKind.VmallocAreaInner && size != 0
            && size >> machine.PageShift <= (ulong)machine.TotalRam;
    }

    /// <summary>
    /// The live area that begins at the call's address, when it is of this product.
    /// </summary>
    static Area? Subject(Ledger ledger, Product product) =>
        ledger.Subject is { IsLive: true, IsEarly: false } area && area.Product == product
            ? area : null;

    /// <summary>
    /// A free that waits for the end of the interrupt writes into the block, which must be one that
    /// can be written to.
    /// </summary>
    static bool IsForInterrupts(Ledger ledger, Call call) => call.Kind == CommandKind.Interrupt
        || (call.Kind == CommandKind.Vfree && ledger.Profile.DefersFrees
            && Subject(ledger, Product.Block) is { Aliases: 0, Asked.Prot.IsWritable: true });

    static bool IsOfTables(Fault fault) => fault.Site is FaultSite.Table or FaultSite.Any;

    /// <summary>Pages for block and arrays, and a hole that fits at any alignment.</summary>
    static bool CanBeServed(Ledger ledger, Call call)
    {
        Machine machine = ledger.Machine;
        Asked asked = Asked.By(call, machine);
        ulong pages = machine.PageAlign(asked.Size) >> machine.PageShift;
        ulong left = (ulong)(machine.Frames - ledger.FramesOwned);
        return asked.Size >> machine.PageShift > (ulong)machine.TotalRam
            || (pages + (pages / 64) + 2 <= left && ledger.HasHole(
                machine.PageAlign(asked.Size) + (5 * machine.PageSize) + asked.Align,
                1, machine.Start, machine.End));
    }

    static bool IsUsableAlign(ulong align, Machine machine) =>
        align != 0 && (align & (align - 1)) == 0 && align <= 1UL << (machine.PageShift + 20);

    static bool IsLostByAWrongFree(Ledger ledger, Call call) => Kinds.Frees.Contains(call.Kind)
        && ledger.AreaAt(call.Address) is { State: AreaState.Reserved };

    /// <summary>An address that stands for a live area without being its first.</summary>
    static bool IsInterior(Ledger ledger, ulong address) =>
        ledger.Profile.FindsAreasByAnyAddress
        && ledger.AreaAt(address) is { IsLive: true } area && area.Start != address;

    /// <summary>An address that no bus decodes draws a warning, and nothing else.</summary>
    static bool IsOnTheBus(Call call, Machine machine) => call.Size == 0
        || unchecked(call.Phys + call.Size) <= call.Phys
        || call.Phys + call.Size <= machine.DeviceEnd;

    /// <summary>A page that is missing is followed as a pointer.</summary>
    static bool HasItsPages(Ledger ledger, Call call)
    {
        ulong start = call.Address + (call.Count << ledger.Machine.PageShift);
        for (ulong at = start; at < start + call.Size; at += ledger.Machine.PageSize)
        {
            if (!ledger.Translations.Get(at).IsPresent)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// For a range of no bytes the kernel never returns. Where it keeps them in an unsigned int, a
    /// count may wrap to that.
    /// </summary>
    static bool HasItsBytes(Ledger ledger, Call call)
    {
        Machine machine = ledger.Machine;
        ulong bytes = (ulong)call.PageCount << machine.PageShift;
        return (ledger.Profile.Mode == DefectMode.Faithful ? bytes & machine.IntMask : bytes) > 0;
    }

    static bool IsEmptyArea(Ledger ledger, Call call) =>
        Subject(ledger, Product.Area) is { Present: 0, Unflushed: 0, Pages: > 1 } area
        && (area.Flags & VmFlags.Ioremap) == 0 && call.Gfp != Gfp.None
        && area.Pages - 1 <= (ulong)ledger.Machine.TotalRam;

    static bool IsInsideArea(Ledger ledger, Call call)
    {
        Machine machine = ledger.Machine;
        return call.Size > 0 && ((call.Address | call.Size) & machine.PageMask) == 0
            && ledger.AreaAt(call.Address) is { IsLive: true, Unflushed: 0 } area
            && area.Product is Product.Area or Product.Percpu
            && call.Size <= area.DataEnd(machine.PageSize) - call.Address;
    }

    /// <summary>
    /// Every page of the list is NULL, or belongs to the caller or to a block of his.
    /// </summary>
    static bool CanMap(Ledger ledger, Call call)
    {
        foreach (int frame in call.Pages)
        {
            if (frame >= 0 && !(ledger.Frame(frame) is { IsOwned: true } page
                && (page.IsUsers || page.Area is { Product: Product.Block, IsLive: true })))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// The page, guard included, is the caller's to touch, and no TLB is out of date.
    /// </summary>
    static bool IsAccessible(Ledger ledger, ulong address) =>
        ledger.AreaAt(address) is { IsLive: true, Unflushed: 0 } area
            ? area.Product != Product.Nothing
            : ledger.Profile.MapsRamAsAsked && ledger.IsHandedOut(address);

    /// <summary>
    /// What vread makes of memory of vm_map_ram, no law says; where only vmlist is looked at, it
    /// is a hole.
    /// </summary>
    static bool MeetsBareArea(Ledger ledger, Call call)
    {
        if (ledger.Profile.MapsRamAsAsked)
        {
            return false;
        }

        ulong end = unchecked(call.Address + call.Size);
        Area? area = ledger.Areas.AtOrBelow(call.Address) ?? ledger.Areas.Above(call.Address);
        for (; area is not null && area.Start < end; area = ledger.Areas.After(area))
        {
            if (area.State == AreaState.Reserved && area.End > call.Address)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A vwrite must not reach a pages array: it would be read as pointers.</summary>
    static bool IsWritable(Ledger ledger, Call call)
    {
        ulong end = unchecked(call.Address + call.Size);
        Area? area = ledger.Areas.AtOrBelow(call.Address) ?? ledger.Areas.Above(call.Address);
        for (; area is not null && area.Start < end; area = ledger.Areas.After(area))
        {
            if (area.IsLive && (area.Owner is not null || area.Unflushed > 0))
            {
                return false;
            }
        }

        return end >= call.Address;
    }
}
