// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

/// <summary>
/// What each entry point requires of its caller, judged against the ledger before the call. What
/// nothing checks in the kernel is <see cref="Legality.Undefined"/> and never executed; then the
/// duty that would be broken is told in words.
/// </summary>
public static partial class Requires
{
    const string Mappable = "each page of the list must be NULL, the caller's, or of a live block";
    const string FirstAddress = "the address must be the first of its area, not one inside it";
    const string KeptEarly = "an area registered before boot must stay";
    const string PagesGiven = "the list must hold as many pages as are to be mapped";

    /// <summary>How a call stands with all that it requires.</summary>
    public static Standing Of(Ledger ledger, Call call) =>
        BrokenByAny(ledger, call) is { } duty ? Undefined(duty)
        : ledger.Profile.BugsOnMistakes && EndsInABug(ledger, call) ? Legality.Forbidden
        : !ledger.InInterrupt || IsForInterrupts(ledger, call) ? OfKind(ledger, call)
        : Undefined("in an interrupt only a vfree that is put off may be called");

    /// <summary>What all calls have in common; null: all of it is kept.</summary>
    static string? BrokenByAny(Ledger ledger, Call call)
    {
        Machine machine = ledger.Machine;
        Profile profile = ledger.Profile;
        return ((call.Size | call.Align) & ~machine.LongMask) != 0
                ? "size and alignment must fit in an unsigned long"
            : call.Cpu < 0 || call.Cpu >= machine.Online ? "the CPU must be online"
            : call.Node < -1 || call.Node >= machine.Nodes ? "the node must exist"
            : !call.Signature.IsIn(profile.Era) ? "the version must know the call"
            : profile.DirtyNeedsWrite && call.Prot is { IsDirty: true, IsWritable: false }
                ? "a protection that is dirty must be writable"
            : profile.Excuses(KnownDefects.UnlinksBeforeItLooks) && IsLostByAWrongFree(ledger, call)
                ? "an address inside memory of vm_map_ram must not be freed: a known defect"
            : BrokenByItsMask(ledger, call);
    }

    static Standing OfKind(Ledger ledger, Call call)
    {
        Machine machine = ledger.Machine;
        return call.Kind switch
        {
            CommandKind.VmallocNodeInner => Defined(
                IsUsableAlign(call.Align, machine),
                "the alignment must be a power of two, of at most 2^20 pages"),
            CommandKind.Vfree => Free(ledger, call, Product.Block),
            CommandKind.Vunmap => Free(ledger, call, Product.Mapping),
            CommandKind.RemoveVmArea => Remove(ledger, call, Legality.NoEffect),
            CommandKind.FreeVmArea => Remove(
                ledger, call, Undefined("the address must be that of a live area")),
            CommandKind.VmallocAreaInner => Defined(
                IsEmptyArea(ledger, call),
                "the area must be a reserved one without pages, not larger than all RAM, "
                + "not VM_IOREMAP; and the mask not 0"),
            CommandKind.Vmap => Vmap(ledger, call),
            CommandKind.GetVmArea or CommandKind.GetVmAreaNode or CommandKind.AllocVmArea =>
                HasItsGuard(call, machine),
            CommandKind.GetVmAreaInner => machine.GuardWraps(call.Size)
                ? HasItsGuard(call, machine) : Defined(
                    call.Start >= machine.Start && call.End <= machine.End
                    && (call.Start & machine.PageMask) == 0,
                    "start and end must lie in the range, and start be page aligned"),
            CommandKind.MapVmArea or CommandKind.MapKernelRangeNoflush => Map(ledger, call),
            CommandKind.UnmapKernelRange or CommandKind.UnmapKernelRangeNoflush =>
                LiesInsideAnArea(ledger, call),
            CommandKind.VmMapRam => MapRam(ledger, call),
            CommandKind.VmUnmapRam => Defined(
                ledger.RamPages(call.Address) > 0,
                "the address must be one that vm_map_ram returned, still mapped"),
            CommandKind.PcpuGetVmAreas => Group(call, machine),
            CommandKind.PcpuFreeVmAreas => Defined(
                Subject(ledger, Product.Percpu) is { } first
                && ledger.PercpuCount(first.Start) > 0,
                "the address must be that of a live percpu group"),
            CommandKind.RemapVmallocRange => Remap(ledger, call),
            CommandKind.Ioremap => Defined(
                IsOnTheBus(call, machine),
                "the device must end within the 256 frames behind memory"),
            CommandKind.Iounmap => Iounmap(ledger, call),
            _ => OfTouching(ledger, call),
        };
    }

    /// <summary>Loads and stores, through the MMU and through vread, and frames.</summary>
    static Standing OfTouching(Ledger ledger, Call call) => call.Kind switch
    {
        CommandKind.Read or CommandKind.Write => Defined(
            IsAccessible(ledger, call.Address),
            "the page must be the caller's to touch, and no TLB out of date of its area"),
        CommandKind.Vread or CommandKind.Vwrite => Copy(ledger, call),
        CommandKind.Drop => Defined(
            Subject(ledger, Product.Block) is { OutsideReference: true },
            "the address must be that of a live block, and not be dropped yet"),
        CommandKind.Take => Defined(
            call.Count <= 1 << 16, "at most 65536 frames may be taken at once"),
        CommandKind.GiveBack => GiveBack(ledger, call),
        _ => Legality.Legal,
    };

    static Standing Undefined(string duty) => new(Legality.Undefined, duty);

    static Standing Defined(bool holds, string duty) =>
        holds ? Legality.Legal : Undefined(duty);

    static Standing HasItsGuard(Call call, Machine machine) => Defined(
        !machine.GuardWraps(call.Size), "size and guard page must fit in an unsigned long");

    static Standing Vmap(Ledger ledger, Call call) =>
        call.Count > ledger.Machine.IntMask
            ? Undefined("the count must fit in an unsigned int")
        : call.Count > (ulong)ledger.Machine.TotalRam ? Legality.Legal
        : call.Count > (ulong)call.PageCount ? Undefined(PagesGiven)
        : Defined(CanMap(ledger, call), Mappable);

    /// <summary>Into a whole area, or into a part of one.</summary>
    static Standing Map(Ledger ledger, Call call)
    {
        ulong pages = call.Size >> ledger.Machine.PageShift;
        if (call.Kind == CommandKind.MapVmArea)
        {
            if (Subject(ledger, Product.Area) is not { Unflushed: 0 } area)
            {
                return Undefined("the area must be a reserved one, and no TLB out of date of it");
            }

            pages = area.Pages - 1;
        }
        else if (LiesInsideAnArea(ledger, call) is { Legality: Legality.Undefined } outside)
        {
            return outside;
        }

        return (ulong)call.PageCount < pages ? Undefined(PagesGiven)
            : Defined(CanMap(ledger, call), Mappable);
    }

    static Standing LiesInsideAnArea(Ledger ledger, Call call) => Defined(
        IsInsideArea(ledger, call),
        "the range must be whole pages inside a reserved area, and no TLB out of date of it");

    static Standing Copy(Ledger ledger, Call call) =>
        call.Size > 1 << 20 ? Undefined("the size must be at most 1 MiB")
        : call.Kind == CommandKind.Vread ? Defined(
            !MeetsBareArea(ledger, call), "vread must not meet memory of vm_map_ram")
        : Defined(
            IsWritable(ledger, call),
            "vwrite must not wrap, nor meet a pages array or an area with a TLB out of date");

    static Standing MapRam(Ledger ledger, Call call) =>
        !HasItsBytes(ledger, call)
            ? Undefined("there must be pages, and their bytes not wrap to 0 in an int")
        : !CanMap(ledger, call) ? Undefined(Mappable)
        : Defined(
            ledger.Profile.MapsRamAsAsked || call.Prot == Pgprot.Kernel,
            "the protection must be PAGE_KERNEL: this version takes none");

    static Standing Group(Call call, Machine machine) =>
        !FitAnUnsignedLong(call, machine)
            ? Undefined("the areas must fit in an unsigned long")
        : Defined(
            (call.Align & machine.PageMask) == 0 && PercpuArea.AreSound(call.Areas, call.Align),
            "the areas must be apart, not empty, and aligned to a power of two whole pages");

    static Standing Remap(Ledger ledger, Call call) =>
        call.Size == 0 || (call.Size & ledger.Machine.PageMask) != 0
            ? Undefined("the size must be whole pages, at least one")
        : Defined(
            !UserLaws.MayBeRemapped(ledger, call) || HasItsPages(ledger, call),
            "no page of the block may be missing");

    static Standing GiveBack(Ledger ledger, Call call)
    {
        foreach (int frame in call.Pages)
        {
            if (frame < 0 || ledger.Frame(frame) is not { IsUsers: true } page)
            {
                return Undefined("a page that is given back must be the caller's");
            }

            if (page.LiveMaps != 0)
            {
                return Undefined("a page that is mapped must not be given back");
            }

            if (call.Pages.Count(frame) > 1)
            {
                return Undefined("a page must not be given back twice");
            }
        }

        return Defined(call.PageCount > 0, "there must be a page to give back");
    }

    /// <summary>
    /// Where only waiting is supported. A call that must not fail sleeps for ever for what there
    /// is not.
    /// </summary>
    static string? BrokenByItsMask(Ledger ledger, Call call)
    {
        if (!call.Signature.Takes(Param.Gfp))
        {
            return null;
        }

        if (ledger.Profile.Era > call.Signature.MaskUntil && call.Gfp != Gfp.Kernel)
        {
            return "the mask must be GFP_KERNEL: this version takes none";
        }

        bool waits = (call.Gfp & Gfp.Wait) != 0
            && (call.Gfp & (Gfp.Fs | Gfp.Io)) != Gfp.Fs;
        bool mustNotFail = ledger.Profile.HonoursNofail && (call.Gfp & Gfp.Nofail) != 0;
        return mustNotFail && ledger.Profile.Excuses(KnownDefects.NofailMapsOverItself)
            && (IsOfTables(call.Fault) || IsOfTables(call.AlsoFault))
                ? "with __GFP_NOFAIL no page table may fail: a known defect"
            : !waits && ledger.Profile.OnlyWaits
                ? "the mask must be GFP_KERNEL, GFP_NOFS or GFP_NOIO, with more or without"
            : mustNotFail && !CanBeServed(ledger, call)
                ? "with __GFP_NOFAIL there must be pages and room enough"
            : null;
    }

    /// <summary>
    /// vfree and vunmap: each fits its own kind; vfree takes a mapping or an area too.
    /// </summary>
    static Standing Free(Ledger ledger, Call call, Product own)
    {
        if (call.Address == 0)
        {
            return Legality.NoEffect;
        }

        if (IsInterior(ledger, call.Address) && (call.Address & ledger.Machine.PageMask) == 0)
        {
            return Undefined(FirstAddress);
        }

        if (ledger.Subject is not { IsLive: true } area)
        {
            return Legality.Illegal;
        }

        return area.Product switch
        {
            Product.Nothing or Product.Percpu =>
                Undefined("the area must be a block, a mapping or a reserved one"),
            _ when area.IsEarly => Undefined(KeptEarly),
            Product.Block when own == Product.Mapping => ledger.Profile.TellsKindsApart
                ? Legality.Illegal : Undefined("a block must not be given to vunmap"),
            _ => Defined(area.Aliases == 0, "the pages of a block must not be mapped elsewhere"),
        };
    }

    static Standing Remove(Ledger ledger, Call call, Standing missing)
    {
        if (ledger.Profile.RemoveWantsPages && (call.Address & ledger.Machine.PageMask) != 0)
        {
            return call.Kind == CommandKind.RemoveVmArea ? Legality.Illegal
                : Undefined("the address must be page aligned");
        }

        if (IsInterior(ledger, call.Address))
        {
            return Undefined(FirstAddress);
        }

        if (call.Address == 0 || ledger.Subject is not { IsLive: true } area)
        {
            return missing;
        }

        return area.IsEarly && call.Kind != CommandKind.RemoveVmArea
            ? Undefined(KeptEarly)
            : Defined(
                area.Product is Product.Area or Product.Mapping,
                "the area must be a reserved one or a mapping");
    }

    /// <summary>Below the range lies memory that needs no unmapping.</summary>
    static Standing Iounmap(Ledger ledger, Call call) =>
        call.Address < ledger.Machine.Start ? Legality.NoEffect
        : ledger.Subject is not { IsLive: true } area ? Legality.Illegal
        : area.Product switch
        {
            Product.Device => Legality.Legal,
            Product.Block => Legality.Illegal,
            _ => Undefined("the area must be a device's"),
        };
}
