// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>
/// Something about a call that its contract fixes, whoever implements it: two targets that keep
/// the laws agree in it. Everything else (addresses, frame numbers, when a purge comes, how many
/// allocations a call makes) is theirs to choose and not compared.
/// </summary>
/// <param name="Name">As reports call it.</param>
/// <param name="Fixes">
/// In words, places by name; null where the contract leaves it open for this call.
/// </param>
public sealed record Aspect(string Name, Func<Witness, Ledger, Step, string?> Fixes)
{
    /// <summary>Fixed only for targets that claim laws of this reach.</summary>
    public Reach Reach { get; init; } = Reach.Any;

    /// <summary>What a target has to report.</summary>
    public Observations Needs { get; init; } = Observations.Events;

    /// <summary>
    /// Success, the error, or a count. Nothing else is fixed of a call that ran out of memory or
    /// addresses: how far it came depends on the order of its allocations.
    /// </summary>
    public static Aspect Result { get; } =
        new("result", static (_, ledger, step) => ResultOf(ledger, step));

    /// <summary>Left open where an allocation failed inside: that may be worth one.</summary>
    public static Aspect Warning { get; } = new("warning", static (_, ledger, _) =>
        ledger.Tally.Warnings > 0 ? "it warns" : "none");

    /// <summary>Of the area that the call made, filled or emptied.</summary>
    public static Aspect MappedPages { get; } =
        new("mapped pages", static (witness, ledger, step) => MapsOf(witness, ledger, step));

    /// <summary>
    /// What a load or a vread saw, where all of it was written or zeroed since it was taken.
    /// </summary>
    public static Aspect Bytes { get; } =
        new("bytes", static (witness, ledger, step) => BytesOf(witness, ledger, step));

    /// <summary>In the order in which a difference is named.</summary>
    public static IReadOnlyList<Aspect> All { get; } =
    [
        Result,
        Warning,
        new("pages", static (_, ledger, _) => ledger.Result is { } area
            ? SizeText.Pages(area.Pages - (ledger.Profile.HasGuardPage ? 1UL : 0)) : null),
        new("alignment", static (_, ledger, _) => Alignment(ledger)),
        new("window", static (_, ledger, step) => Window(ledger, step)),
        new("flags", static (_, ledger, _) => ledger.Result is { } area
            ? $"{area.Flags & ~VmFlags.Vpages}" : null) { Reach = Reach.Linux },
        MappedPages,
        new("contents", static (_, ledger, _) => Zeroed(ledger))
        {
            Needs = Observations.Events | Observations.Contents,
        },
        new("page", static (witness, ledger, step) => step.Outcome.Kind == OutcomeKind.Page
            && ledger.HasFrame((int)step.Outcome.Value) && ledger.AreaAt(step.Call.Address) is
                { IsLive: true } ? witness.PageOf(ledger, (int)step.Outcome.Value) : null),
        Bytes,
        new("usage", static (_, _, step) => step.Call.Kind == CommandKind.VmallocUsage
            ? $"{step.Outcome.Value} bytes" : null) { Reach = Reach.Linux2632 },
        new("listed areas", static (witness, _, step) => step.Call.Kind == CommandKind.Vmallocinfo
            ? witness.NamesIn(step.Text.ToString()) : null)
        {
            Needs = Observations.Events | Observations.Text,
        },
        // Add what another entry point fixes here.
    ];

    /// <summary>What a target's answer is here; null: its contract leaves it open.</summary>
    public string? Of(Witness witness, Ledger ledger, Step step) =>
        ledger.Profile.Reach >= Reach && (witness.Observes & Needs) == Needs
            ? Fixes(witness, ledger, step) : null;

    /// <summary>
    /// Counts where the caller asked for them. Whether a freed range still translates depends on
    /// the purge.
    /// </summary>
    static string? ResultOf(Ledger ledger, Step step)
    {
        string result = step.Outcome.Kind == OutcomeKind.Bug
            ? "BUG" : CellStep.ResultOf(step.Outcome);
        return step.Call.Kind switch
        {
            CommandKind.VmallocToPage when ledger.AreaAt(step.Call.Address) is not
                { IsLive: true } => null,
            _ when result != CellStep.Success => result,
            CommandKind.MapVmArea => $"{step.Outcome.Signed}, pages += {step.Outcome.Extra}",
            CommandKind.MapKernelRangeNoflush or CommandKind.RemoveVmArea or CommandKind.Take
                or CommandKind.Vread or CommandKind.Vwrite => $"{step.Outcome.Signed}",
            _ => result,
        };
    }

    static string? Alignment(Ledger ledger)
    {
        if (ledger.Result is not { Product: Product.Block } block)
        {
            return null;
        }

        ulong asked = Math.Max(block.Asked.Align, ledger.Machine.PageSize);
        return (block.Start & (asked - 1)) == 0 ? "as asked" : $"not to {asked} bytes";
    }

    static string? Window(Ledger ledger, Step step) =>
        step.Call.Kind == CommandKind.GetVmAreaInner && ledger.Result is { } area
            ? area.Start >= step.Call.Start
                && area.End - ledger.Profile.EndSlack <= step.Call.End ? "kept to" : "left"
            : null;

    static string? MapsOf(Witness witness, Ledger ledger, Step step)
    {
        Area? area = step.Call.Kind is CommandKind.MapVmArea or CommandKind.MapKernelRangeNoflush
            or CommandKind.UnmapKernelRange or CommandKind.UnmapKernelRangeNoflush
                ? ledger.AreaAt(step.Call.Address) : ledger.Result;
        return area is { IsLive: true } && CellStep.ResultOf(step.Outcome) == CellStep.Success
            ? witness.Maps(ledger, area) : null;
    }

    static string? Zeroed(Ledger ledger)
    {
        if (ledger.Result is not { Product: Product.Block } block
            || (block.Asked.Gfp & Gfp.Zero) == 0)
        {
            return null;
        }

        for (ulong page = 0; page < block.Pages - 1; page++)
        {
            int frame = block.FrameAt(page);
            if (frame < 0 || ledger.Observed(ledger.Frame(frame)) != 0)
            {
                return "not zero";
            }
        }

        return "zero";
    }

    static string? BytesOf(Witness witness, Ledger ledger, Step step)
    {
        Call call = step.Call;
        ulong size = call.Kind switch
        {
            CommandKind.Read => 1,
            CommandKind.Vread => call.Size,
            _ => 0,
        };
        if (size == 0 || step.Outcome.Kind != OutcomeKind.Number)
        {
            return null;
        }

        ulong mask = ledger.Machine.PageMask;
        for (ulong at = call.Address & ~mask; at < call.Address + size; at += mask + 1)
        {
            Translation page = ledger.Translations.Get(at);
            if (page.IsPresent && !witness.Knows(page.Frame))
            {
                return null;
            }
        }

        return call.Kind == CommandKind.Read ? $"{step.Outcome.Value}"
            : string.Join(", ", step.Bytes.Select(static run => $"{run.Times} x {run.Value}"));
    }
}
