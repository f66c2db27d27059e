// SPDX-License-Identifier: GPL-2.0-only
using static Verification.Spec.Laws;

namespace Verification.Spec;

/// <summary>Ranges that ioremap maps onto devices, and how they lie.</summary>
public static class DeviceLaws
{
    /// <summary>So that large pages can map it.</summary>
    public static Law<Step> DeviceRangesAreAligned { get; } = Always<Step>(
        "a range for device memory begins at a power of two not below its size, up to 128 pages",
        from: "__get_vm_area_node",
        steps: ["get-area.2"],
        about: Kinds.Mapped,
        among: Among.MadeCalls,
        when: static (ledger, _) => (ledger.Result!.Flags & VmFlags.Ioremap) != 0,
        holds: static (ledger, step) => (ledger.Result!.Start
            & (ledger.Machine.IoremapAlign(ledger.BytesOfRange(step.Call)) - 1)) == 0);

    /// <summary>
    /// B45: fls of an exact power of two is one more than it takes, and cuts off 4 GiB.
    /// </summary>
    public static Law<Step> DeviceRangesLieAsLowAsTheyMay { get; } = Always<Step>(
        "a range for device memory lies no higher than the first hole that fits it so aligned",
        from: "__get_vm_area_node",
        steps: ["get-area.2"],
        about: Kinds.Mapped,
        among: Among.MadeCalls,
        when: static (ledger, _) => (ledger.Result!.Flags & VmFlags.Ioremap) != 0,
        holds: static (ledger, _) => ledger.Tally.HighDevices == 0) with
    {
        Binds = static profile => profile.SearchesFromBelow,
    };

    public static Law<Area> DevicesAreMappedAsAsked { get; } = Always<Area>(
        "ioremap maps the physical pages asked for, in order, past the cache",
        from: "ioremap_page_range",
        steps: ["io-range.2", "io-range.3", "ioremap.4"],
        among: Among.LiveRanges,
        when: static (_, area) => area.Product == Product.Device,
        holds: static (ledger, area) => MapsItsDevice(ledger, area));

    /// <summary>Whoever else writes such an entry has lost count of pages.</summary>
    public static Law<Step> OnlyIoremapMapsDevices { get; } = Always<Step>(
        "no call but ioremap maps what belongs to a device",
        from: "ioremap_page_range",
        steps: ["io-range.3"],
        about: [.. Enum.GetValues<CommandKind>().Except([CommandKind.Ioremap])],
        upon: [EventKind.PteSet],
        holds: static (ledger, _) => ledger.Tally.DevicePtesSet == 0);

    public static Law<Step> IoremapTellsWhereTheDeviceIs { get; } = Always<Step>(
        "ioremap returns the address of the very byte it was asked for",
        from: "__ioremap_caller",
        steps: ["ioremap.3", "ioremap.5"],
        about: [CommandKind.Ioremap],
        among: Among.MadeCalls,
        holds: static (ledger, step) => (step.Outcome.Value & ledger.Machine.PageMask)
            == (step.Call.Phys & ledger.Machine.PageMask)
            && (ledger.Result!.Pages - 1) << ledger.Machine.PageShift
                == ledger.BytesOfRange(step.Call));

    /// <summary>Until 2.6.36 the last page of the range was not looked at.</summary>
    public static Law<Step> MemoryIsNoDevice { get; } = Always<Step>(
        "ioremap refuses a range that touches memory, or wraps, before it does anything",
        from: "__ioremap_caller",
        steps: ["ioremap.1", "ioremap.2"],
        about: [CommandKind.Ioremap],
        when: static (ledger, step) => step.Call.Size > 0 && !IsDevice(ledger, step.Call),
        holds: static (_, step) => step.Outcome.IsNull && step.EventCount == 0);

    static bool IsDevice(Ledger ledger, Call call) => call.Phys >= ledger.Machine.DeviceStart
        && unchecked(call.Phys + call.Size) > call.Phys;

    static bool MapsItsDevice(Ledger ledger, Area area)
    {
        int shift = ledger.Machine.PageShift;
        int frame = (int)(area.Phys >> shift);
        Pgprot prot = ledger.Machine.Supported(Pgprot.KernelIo);
        for (ulong page = 0; page < area.Pages - 1; page++)
        {
            Translation translation = ledger.Translations.Get(area.Start + (page << shift));
            if (!translation.IsPresent || translation.Frame != frame + (int)page
                || translation.Prot != prot)
            {
                return false;
            }
        }

        return true;
    }
}
