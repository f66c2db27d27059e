// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

/// <summary>
/// What each entry point requires of its caller, judged against the ledger before the call. What
/// nothing checks in the kernel is <see cref="Legality.Undefined"/> and never executed.
/// </summary>
public static class Requires
{
    public static Legality Of(Ledger ledger, Call call) =>
        !MayBeMade(ledger, call) ? Legality.Undefined
        : ledger.Profile.BugsOnMistakes && EndsInABug(ledger, call) ? Legality.Forbidden
        : !ledger.InInterrupt || IsForInterrupts(ledger, call) ? OfKind(ledger, call)
        : Legality.Undefined;

    /// <summary>What all calls have in common.</summary>
    static bool MayBeMade(Ledger ledger, Call call)
    {
        Machine machine = ledger.Machine;
        Profile profile = ledger.Profile;
        return ((call.Size | call.Align) & ~machine.LongMask) == 0
            && call.Cpu >= 0 && call.Cpu < machine.Online && call.Node >= -1
            && call.Node < machine.Nodes && call.Signature.IsIn(profile.Era)
            && IsUsableMask(ledger, call)
            && !(profile.DirtyNeedsWrite && call.Prot is { IsDirty: true, IsWritable: false })
            && !(profile.Excuses(KnownDefects.UnlinksBeforeItLooks)
                && IsLostByAWrongFree(ledger, call));
    }

    static Legality OfKind(Ledger ledger, Call call)
    {
        Machine machine = ledger.Machine;
        return call.Kind switch
        {
            CommandKind.VmallocNodeInner => Defined(IsUsableAlign(call.Align, machine)),
            CommandKind.Vfree => Free(ledger, call, Product.Block),
            CommandKind.Vunmap => Free(ledger, call, Product.Mapping),
            CommandKind.RemoveVmArea => Remove(ledger, call, Legality.NoEffect),
            CommandKind.FreeVmArea => Remove(ledger, call, Legality.Undefined),
            CommandKind.VmallocAreaInner => Defined(IsEmptyArea(ledger, call)),
            CommandKind.Vmap => Defined(
                call.Count <= machine.IntMask
                && (call.Count > (ulong)machine.TotalRam
                    || (call.Count <= (ulong)call.PageCount && CanMap(ledger, call)))),
            CommandKind.GetVmArea or CommandKind.GetVmAreaNode or CommandKind.AllocVmArea =>
                Defined(!machine.GuardWraps(call.Size)),
            CommandKind.GetVmAreaInner => Defined(
                !machine.GuardWraps(call.Size) && call.Start >= machine.Start
                && call.End <= machine.End && (call.Start & machine.PageMask) == 0),
            CommandKind.MapVmArea => Defined(
                Subject(ledger, Product.Area) is { } area && CanMap(ledger, call)
                && (ulong)call.PageCount >= area.Pages - 1 && area.Unflushed == 0),
            CommandKind.MapKernelRangeNoflush => Defined(
                IsInsideArea(ledger, call) && CanMap(ledger, call)
                && (ulong)call.PageCount >= call.Size >> machine.PageShift),
            CommandKind.UnmapKernelRange or CommandKind.UnmapKernelRangeNoflush =>
                Defined(IsInsideArea(ledger, call)),
            CommandKind.Read or CommandKind.Write => Defined(IsAccessible(ledger, call.Address)),
            CommandKind.Vread => Defined(call.Size <= 1 << 20 && !MeetsBareArea(ledger, call)),
            CommandKind.Vwrite => Defined(call.Size <= 1 << 20 && IsWritable(ledger, call)),
            CommandKind.VmMapRam => Defined(
                HasItsBytes(ledger, call) && CanMap(ledger, call)
                && (ledger.Profile.MapsRamAsAsked || call.Prot == Pgprot.Kernel)),
            CommandKind.VmUnmapRam => Defined(ledger.RamPages(call.Address) > 0),
            CommandKind.PcpuGetVmAreas => Defined(
                (call.Align & machine.PageMask) == 0
                && PercpuArea.AreSound(call.Areas, call.Align)
                && FitAnUnsignedLong(call, machine)),
            CommandKind.PcpuFreeVmAreas => Defined(
                Subject(ledger, Product.Percpu) is { } first
                && ledger.PercpuCount(first.Start) > 0),
            CommandKind.RemapVmallocRange => Defined(
                call.Size > 0 && (call.Size & machine.PageMask) == 0
                && (!UserLaws.MayBeRemapped(ledger, call) || HasItsPages(ledger, call))),
            CommandKind.Ioremap => Defined(IsOnTheBus(call, machine)),
            CommandKind.Iounmap => Iounmap(ledger, call),
            CommandKind.Drop => Defined(
                Subject(ledger, Product.Block) is { OutsideReference: true }),
            CommandKind.Take => Defined(call.Count <= 1 << 16),
            CommandKind.GiveBack => Defined(CanGiveBack(ledger, call)),
            _ => Legality.Legal,
        };
    }

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

    static Legality Defined(bool holds) => holds ? Legality.Legal : Legality.Undefined;

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

    /// <summary>
    /// Where only waiting is supported. A call that must not fail sleeps for ever for what there
    /// is not.
    /// </summary>
    static bool IsUsableMask(Ledger ledger, Call call)
    {
        if (!call.Signature.Takes(Param.Gfp))
        {
            return true;
        }

        if (ledger.Profile.Era > call.Signature.MaskUntil && call.Gfp != Gfp.Kernel)
        {
            return false;
        }

        bool waits = (call.Gfp & Gfp.Wait) != 0
            && (call.Gfp & (Gfp.Fs | Gfp.Io)) != Gfp.Fs;
        bool mustNotFail = ledger.Profile.HonoursNofail && (call.Gfp & Gfp.Nofail) != 0;
        if (mustNotFail && ledger.Profile.Excuses(KnownDefects.NofailMapsOverItself)
            && (IsOfTables(call.Fault) || IsOfTables(call.AlsoFault)))
        {
            return false;
        }

        return (waits || !ledger.Profile.OnlyWaits) && (!mustNotFail || CanBeServed(ledger, call));
    }

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

    /// <summary>
    /// vfree and vunmap: each fits its own kind; vfree takes a mapping or an area too.
    /// </summary>
    static Legality Free(Ledger ledger, Call call, Product own)
    {
        if (call.Address == 0)
        {
            return Legality.NoEffect;
        }

        if (IsInterior(ledger, call.Address) && (call.Address & ledger.Machine.PageMask) == 0)
        {
            return Legality.Undefined;
        }

        if (ledger.Subject is not { IsLive: true } area)
        {
            return Legality.Illegal;
        }

        return area.Product switch
        {
            Product.Nothing or Product.Percpu => Legality.Undefined,
            _ when area.IsEarly => Legality.Undefined,
            Product.Block when own == Product.Mapping =>
                ledger.Profile.TellsKindsApart ? Legality.Illegal : Legality.Undefined,
            _ => Defined(area.Aliases == 0),
        };
    }

    static bool IsLostByAWrongFree(Ledger ledger, Call call) => Kinds.Frees.Contains(call.Kind)
        && ledger.AreaAt(call.Address) is { State: AreaState.Reserved };

    /// <summary>An address that stands for a live area without being its first.</summary>
    static bool IsInterior(Ledger ledger, ulong address) =>
        ledger.Profile.FindsAreasByAnyAddress
        && ledger.AreaAt(address) is { IsLive: true } area && area.Start != address;

    static Legality Remove(Ledger ledger, Call call, Legality missing)
    {
        if (ledger.Profile.RemoveWantsPages && (call.Address & ledger.Machine.PageMask) != 0)
        {
            return call.Kind == CommandKind.RemoveVmArea ? Legality.Illegal : Legality.Undefined;
        }

        if (IsInterior(ledger, call.Address))
        {
            return Legality.Undefined;
        }

        if (call.Address == 0 || ledger.Subject is not { IsLive: true } area)
        {
            return missing;
        }

        bool isKept = area.IsEarly && call.Kind != CommandKind.RemoveVmArea;
        return Defined(!isKept && area.Product is Product.Area or Product.Mapping);
    }

    /// <summary>Below the range lies memory that needs no unmapping.</summary>
    static Legality Iounmap(Ledger ledger, Call call) =>
        call.Address < ledger.Machine.Start ? Legality.NoEffect
        : ledger.Subject is not { IsLive: true } area ? Legality.Illegal
        : area.Product switch
        {
            Product.Device => Legality.Legal,
            Product.Block => Legality.Illegal,
            _ => Legality.Undefined,
        };

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

    static bool CanGiveBack(Ledger ledger, Call call)
    {
        foreach (int frame in call.Pages)
        {
            if (frame < 0 || ledger.Frame(frame) is not { IsUsers: true, LiveMaps: 0 }
                || call.Pages.Count(frame) > 1)
            {
                return false;
            }
        }

        return call.PageCount > 0;
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
