// SPDX-License-Identifier: GPL-2.0-only
using static Verification.Spec.Laws;

namespace Verification.Spec;

/// <summary>What /dev/kmem sees of the areas: it never faults, and holes read as zeros.</summary>
public static class VreadLaws
{
    /// <summary>Byte for byte where a page holds one byte throughout.</summary>
    public static Law<Step> VreadSeesTheAreas { get; } = Always<Step>(
        "vread gives what live areas hold, and zeros for guards, holes and what is not mapped",
        from: "vread",
        about: [CommandKind.Vread],
        when: static (_, step) => step.Outcome.Value > 0 && !Wraps(step.Call),
        holds: static (ledger, step) => SeesTheAreas(ledger, step)) with
    {
        Needs = Observations.Events | Observations.Contents | Observations.Text,
    };

    public static Law<Step> VwriteHitsTheAreas { get; } = Always<Step>(
        "vwrite changes the mapped pages of live areas in its range, and no others",
        from: "vwrite",
        about: [CommandKind.Vwrite],
        when: static (_, step) => !Wraps(step.Call),
        holds: static (ledger, step) => HitsTheAreas(ledger, step)) with
    {
        Needs = Observations.Events | Observations.Contents,
    };

    static bool SeesTheAreas(Ledger ledger, Step step)
    {
        ulong at = step.Call.Address;
        foreach ((byte value, int times) in step.Bytes)
        {
            ulong end = at + (ulong)times;
            for (; at < end; at = NextPiece(ledger, at, end))
            {
                // What the kernel keeps in its own pages arrays is its own business.
                Frame? page = PageAt(ledger, at);
                bool isKnown = page is null || (page.Tag <= 255 && page.Area?.Owner is null);
                if (isKnown && value != (page?.Tag ?? 0))
                {
                    return false;
                }
            }
        }

        return at == step.Call.Address + step.Call.Size;
    }

    static bool HitsTheAreas(Ledger ledger, Step step)
    {
        int next = 0;
        ulong end = step.Call.Address + step.Call.Size;
        for (ulong at = step.Call.Address; at < end; at = NextPiece(ledger, at, end))
        {
            if (PageAt(ledger, at) is { } page && WrittenNext(step, ref next) != page.Number)
            {
                return false;
            }
        }

        return WrittenNext(step, ref next) < 0;
    }

    /// <summary>The frame of the next store among the events; -1: there is none.</summary>
    static int WrittenNext(Step step, ref int next)
    {
        while (next < step.EventCount)
        {
            if (step.Events[next++] is { Kind: EventKind.FrameWritten } written)
            {
                return written.Id;
            }
        }

        return -1;
    }

    /// <summary>The frame behind an address, as vread finds it; null: it reads zeros.</summary>
    static Frame? PageAt(Ledger ledger, ulong address) =>
        ledger.AreaAt(address) is { IsLive: true } area && (area.Flags & VmFlags.Ioremap) == 0
        && address < area.GuardPage(ledger.Machine.PageSize)
        && ledger.Translations.Get(address) is { IsPresent: true } translation
            ? ledger.Frame(translation.Frame) : null;

    static ulong NextPiece(Ledger ledger, ulong at, ulong end) =>
        Math.Min(end, (at | ledger.Machine.PageMask) + 1);

    static bool Wraps(Call call) => call.Size >= ulong.MaxValue - call.Address;
}
