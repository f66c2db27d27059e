// SPDX-License-Identifier: GPL-2.0-only
using static Verification.Spec.Laws;

namespace Verification.Spec;

/// <summary>What a caller finds behind the addresses it was given.</summary>
public static class AccessLaws
{
    public static Law<Step> ReturnedAddressesAreLive { get; } = Always<Step>(
        "an address that a call returns begins a live area",
        from: "__vmalloc_node",
        steps: ["get-area.6", "node.2"],
        about: Kinds.Ranges,
        among: Among.MadeCalls,
        holds: static (ledger, _) => ledger.Result!.IsLive);

    public static Law<Step> PagesAreZeroedWhenAsked { get; } = Always<Step>(
        "memory asked for with __GFP_ZERO is zero",
        from: "__vmalloc_area_node",
        steps: ["wrappers.1"],
        about: Kinds.Blocks,
        among: Among.MadeCalls,
        when: static (ledger, _) => (ledger.Asked.Gfp & Gfp.Zero) != 0,
        holds: static (ledger, _) => IsZero(ledger, ledger.Result!)) with
    {
        Needs = Observations.Events | Observations.Contents,
    };

    /// <summary>Byte for byte where the page holds one byte throughout.</summary>
    public static Law<Step> LoadsSeeTheirPage { get; } = Always<Step>(
        "a load sees what its page holds, and faults exactly where nothing is mapped",
        from: "vmap_pte_range",
        about: [CommandKind.Read],
        holds: static (ledger, step) => SeesItsPage(ledger, step)) with
    {
        Needs = Observations.Events | Observations.Contents,
    };

    /// <summary>A page mapped read-only refuses the store.</summary>
    public static Law<Step> StoresHitTheirPage { get; } = Always<Step>(
        "a store changes the page mapped at its address and no other",
        from: "vmap_pte_range",
        about: [CommandKind.Write],
        holds: static (ledger, step) => HitsItsPage(ledger, step)) with
    {
        Needs = Observations.Events | Observations.Contents,
    };

    public static Law<Step> LookupsSeeTheTables { get; } = Always<Step>(
        "vmalloc_to_page gives the page mapped at the address, or none",
        from: "vmalloc_to_page",
        steps: ["to-page.1"],
        about: [CommandKind.VmallocToPage],
        holds: static (ledger, step) =>
            ledger.Translations.Get(step.Call.Address) is var translation
            && (translation.IsPresent
                ? step.Outcome == new Outcome(OutcomeKind.Page, (ulong)translation.Frame)
                : step.Outcome.Kind == OutcomeKind.NoPage));

    public static Law<Step> VmapMapsTheGivenPages { get; } = Always<Step>(
        "vmap maps exactly the pages it was given, in their order",
        from: "vmap",
        steps: ["vmap.2", "vmap-range.5"],
        about: [CommandKind.Vmap],
        among: Among.MadeCalls,
        holds: static (ledger, step) =>
            ledger.Result!.Pages - 1 == step.Call.Count
            && MapsGiven(ledger, step.Call, ledger.Result.Start, step.Call.Count));

    public static Law<Step> RangesMapTheGivenPages { get; } = Always<Step>(
        "a mapping call that succeeds maps every page it was given; one that fails says -ENOMEM",
        from: "vmap_page_range_noflush",
        steps: ["kernel-range.1", "map-area.2", "vmap-range.4", "vmap-range.6", "vmap-range.8"],
        about: [CommandKind.MapVmArea, CommandKind.MapKernelRangeNoflush],
        holds: static (ledger, step) => MapsItsRange(ledger, step));

    public static Law<Step> UnmappedRangesAreFlushed { get; } = Always<Step>(
        "unmap_kernel_range leaves nothing mapped and nothing to flush",
        from: "unmap_kernel_range",
        steps: ["kernel-range.2"],
        about: [CommandKind.UnmapKernelRange],
        holds: static (ledger, step) => IsGone(
            ledger, step.Call.Address, step.Call.Size, flushed: true));

    public static Law<Step> UnmappedRangesAreCleared { get; } = Always<Step>(
        "unmap_kernel_range_noflush leaves nothing mapped",
        from: "unmap_kernel_range_noflush",
        steps: ["kernel-range.2", "vunmap.3"],
        about: [CommandKind.UnmapKernelRangeNoflush],
        holds: static (ledger, step) => IsGone(
            ledger, step.Call.Address, step.Call.Size, flushed: false));

    static bool IsZero(Ledger ledger, Area block)
    {
        for (ulong page = 0; page < block.Pages - 1; page++)
        {
            int frame = block.FrameAt(page);
            if (frame < 0 || ledger.Observed(ledger.Frame(frame)) != 0)
            {
                return false;
            }
        }

        return true;
    }

    static bool SeesItsPage(Ledger ledger, Step step)
    {
        Translation translation = ledger.Translations.Get(step.Call.Address);
        if (!translation.IsPresent)
        {
            return step.Outcome.Kind == OutcomeKind.PageFault;
        }

        ulong tag = ledger.Frame(translation.Frame).Tag;
        return step.Outcome.Kind == OutcomeKind.Number && (tag > 255 || step.Outcome.Value == tag);
    }

    static bool HitsItsPage(Ledger ledger, Step step)
    {
        Translation translation = ledger.Translations.Get(step.Call.Address);
        int writes = 0;
        foreach (ref readonly Event e in step.Events)
        {
            if (e.Kind == EventKind.FrameWritten)
            {
                writes += e.Id == translation.Frame && e.Bytes == step.Call.Value ? 1 : 2;
            }
        }

        return translation.IsPresent && translation.Prot.IsWritable ? writes == 1
            : writes == 0 && step.Outcome.Kind == OutcomeKind.PageFault;
    }

    internal static bool MapsGiven(Ledger ledger, Call call, ulong address, ulong pages)
    {
        Pgprot prot = ledger.Machine.Supported(ledger.Profile.Granted(call));
        for (ulong page = 0; page < pages; page++, address += ledger.Machine.PageSize)
        {
            Translation translation = ledger.Translations.Get(address);
            if (!translation.IsPresent || translation.Frame != call.Pages[(int)page]
                || translation.Prot != prot)
            {
                return false;
            }
        }

        return true;
    }

    static bool MapsItsRange(Ledger ledger, Step step)
    {
        Call call = step.Call;
        if (step.Outcome.Signed < 0)
        {
            return step.Outcome == Outcome.Number(-Errno.ENOMEM);
        }

        (ulong pages, ulong said) = call.Kind == CommandKind.MapVmArea
            ? (ledger.Subject!.Pages - 1, step.Outcome.Extra)
            : (call.Size >> ledger.Machine.PageShift, step.Outcome.Value);
        return pages == said && MapsGiven(ledger, call, call.Address, pages);
    }

    internal static bool IsGone(Ledger ledger, ulong start, ulong bytes, bool flushed)
    {
        for (ulong at = start; at < start + bytes; at += ledger.Machine.PageSize)
        {
            Translation translation = ledger.Translations.Get(at);
            if (translation.IsPresent || (flushed && translation.IsUnflushed))
            {
                return false;
            }
        }

        return true;
    }
}
