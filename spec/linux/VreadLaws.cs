// SPDX-License-Identifier: GPL-2.0-only
using static Verification.Spec.Laws;

namespace Verification.Spec;

/// <summary>/dev/kmem: what <c>vread</c> shows and <c>vwrite</c> changes.</summary>
public static class VreadLaws
{
    /// <summary>What the buffer holds before the call.</summary>
    const byte Untouched = 0xee;

    /// <summary>B21: readers assumed that every page of an area is present.</summary>
    public static Law<Step> VreadSeesTheAreas { get; } = Always<Step>(
        "vread gives the bytes of mapped pages, and zeros or nothing for holes",
        from: "vread",
        steps: ["vread.1", "vread.2", "vread.3"],
        about: [CommandKind.Vread],
        when: static (ledger, step) => ledger.Follows(step.Call),
        holds: static (ledger, step) => ShowsMemory(ledger, step)) with
    {
        Needs = Observations.Events | Observations.Contents | Observations.Text,
    };

    public static Law<Step> VwriteHitsTheAreas { get; } = Always<Step>(
        "vwrite changes the bytes of mapped pages and no others, and tells whether it met an area",
        from: "vwrite",
        steps: ["vread.1", "vread.2"],
        about: [CommandKind.Vwrite],
        when: static (ledger, step) => ledger.Follows(step.Call),
        holds: static (ledger, step) => ledger.Tally.WriteMistakes == 0 && ledger.WroteEverything
            && step.Outcome.Value == (MeetsMemory(ledger, step.Call) ? step.Call.Size : 0)) with
    {
        Needs = Observations.Events | Observations.Contents,
    };

    static bool ShowsMemory(Ledger ledger, Step step)
    {
        ulong at = step.Call.Address;
        ulong end = at + step.Call.Size;
        bool shows = step.Call.Size > 0 && Reads(ledger, at, end);
        if (step.Outcome.Value != (shows ? step.Call.Size : 0))
        {
            return false;
        }

        foreach ((byte value, int times) in step.Bytes)
        {
            ulong stop = at + (ulong)times;
            if (stop > end || !(shows ? Shows(ledger, at, stop, value) : value == Untouched))
            {
                return false;
            }

            at = stop;
        }

        return at == end;
    }

    /// <summary>
    /// Passed over: bytes that no tag tells, and the pages arrays of other blocks.
    /// </summary>
    static bool Shows(Ledger ledger, ulong from, ulong to, byte value)
    {
        ulong step = 1;
        for (ulong at = from; at < to; at += step)
        {
            int frame = ledger.FrameBehind(at);
            bool even = frame < 0 || ledger.Frame(frame).Tag <= byte.MaxValue;
            int held = frame < 0 ? 0
                : ledger.Frame(frame).ByteAt((int)(at & ledger.Machine.PageMask));
            if (held >= 0 && held != value && ledger.AreaAt(at)?.Owner is null)
            {
                return false;
            }

            step = even ? (at | ledger.Machine.PageMask) + 1 - at : 1;
        }

        return true;
    }

    static bool Reads(Ledger ledger, ulong from, ulong to) => ledger.Profile.VreadHoles switch
    {
        VreadHoles.ZerosBelowAnArea => HasDataAbove(ledger, from),
        VreadHoles.NothingBelowAnArea =>
            HasDataAbove(ledger, from) && ReachesAnArea(ledger, from, to),
        _ => true,
    };

    static bool ReachesAnArea(Ledger ledger, ulong from, ulong to)
    {
        foreach (Area area in ledger.Areas.All())
        {
            if (area.IsLive && area.End > from)
            {
                return area.Start < to;
            }
        }

        return false;
    }

    static bool HasDataAbove(Ledger ledger, ulong address)
    {
        foreach (Area area in ledger.Areas.All())
        {
            if (area.IsLive && area.GuardPage(ledger.Machine.PageSize) > address)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Unmapped pages of an area count as met; device memory does not.</summary>
    static bool MeetsMemory(Ledger ledger, Call call)
    {
        foreach (Area area in ledger.Areas.All())
        {
            if (area.IsLive && (area.Flags & VmFlags.Ioremap) == 0
                && area.GuardPage(ledger.Machine.PageSize) > Math.Max(area.Start, call.Address)
                && area.Start < call.Address + call.Size)
            {
                return true;
            }
        }

        return false;
    }
}
