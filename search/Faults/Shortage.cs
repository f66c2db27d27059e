// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>
/// Finds out how much of the range other areas have to take for a call to run short of addresses
/// at each of its reservations. It asks the target, not the placement rule: a target that places
/// areas otherwise is brought into the same situations.
/// </summary>
sealed class Shortage
{
    /// <summary>Pages an aligned area may need beyond its size, twice.</summary>
    const ulong Slack = 260;

    readonly Checker runner;
    readonly Func<Trouble, int, bool> begin;
    readonly List<Visit> visits = [];
    int trouble;
    CellStep met;

    /// <param name="target">What is asked.</param>
    /// <param name="begin">
    /// Told of each trouble, and up to which step, before it is tried; false: it is not to be.
    /// </param>
    public Shortage(ITarget target, Func<Trouble, int, bool> begin)
    {
        this.begin = begin;
        runner = new(target, [])
        {
            Observer = (_, step) =>
            {
                if (step.Index == trouble)
                {
                    met = CellStep.Of(step, fired: false, visits);
                }
            },
        };
    }

    /// <summary>
    /// The situations a call can be brought into at each reservation, from 0, and the trouble that
    /// does it. Where none was found it is the one that does it by the kernel's placement rule, but
    /// where __GFP_NOFAIL is honoured: a call that waits for addresses is never refused any.
    /// </summary>
    /// <param name="call">The call.</param>
    /// <param name="reserved">Pages, guard included, of each of its reservations in order.</param>
    public IEnumerable<(CellMode Mode, int Reservation, Trouble Trouble)> Of(
        EntryCall call, IReadOnlyList<ulong> reserved)
    {
        ulong all = reserved.Aggregate(0UL, static (sum, pages) => sum + pages + 1);
        ulong lazy = all - reserved[0] + 2;
        ulong range = (call.Machine.End - call.Machine.Start) >> call.Machine.PageShift;
        Dictionary<(CellMode, int), Trouble> ruled = ByTheRule(call, reserved, range, lazy);
        Dictionary<(CellMode, int), Trouble?> found =
            ruled.Keys.ToDictionary(static situation => situation, static _ => (Trouble?)null);
        foreach (Trouble candidate in ruled.Values)
        {
            Try(call, candidate, found);
        }

        ulong least = range - Math.Min(range - 1, call.Pages + (2 * all) + lazy + Slack);
        for (ulong filler = range; filler > least && found.ContainsValue(null); filler--)
        {
            Try(call, new Trouble(Filler: filler), found);
            Try(call, new Trouble(Filler: filler, Lazy: lazy), found);
        }

        bool mayWait = runner.Target.Profile.HonoursNofail && (call.Gfp & Gfp.Nofail) != 0;
        return found
            .Where(one => one.Value is not null || !mayWait)
            .OrderBy(static one => one.Key)
            .Select(one => (one.Key.Item1, one.Key.Item2, one.Value ?? ruled[one.Key]));
    }

    /// <summary>
    /// First fit, one more page behind each area, no alignment: one page too few is left for the
    /// reservation in question. What was freed last lies in the way of the first, or below it.
    /// A call so small that any freed area makes room for it cannot see a purge in vain.
    /// </summary>
    static Dictionary<(CellMode, int), Trouble> ByTheRule(
        EntryCall call, IReadOnlyList<ulong> reserved, ulong range, ulong lazy)
    {
        Dictionary<(CellMode, int), Trouble> ruled = [];
        ulong most = range - 2 - (call.Given == Product.Nothing ? 0 : call.Pages + 2);
        for (int place = 0; place < reserved.Count; place++)
        {
            ulong filler = most - (reserved[place] - 1);
            ruled[(CellMode.NothingLazy, place)] = new(Filler: filler);
            ruled[(CellMode.LazyMakesRoom, place)] = new(Filler: filler - lazy - 2, Lazy: lazy);
            if (place > 0 || reserved[0] >= lazy + 2)
            {
                ruled[(CellMode.LazyInVain, place)] = new(Filler: filler, Lazy: lazy);
            }

            most -= reserved[place] + 1;
        }

        return ruled;
    }

    void Try(EntryCall call, Trouble candidate, Dictionary<(CellMode, int), Trouble?> found)
    {
        Trace cell = call.Trace(candidate);
        trouble = CellShape.Of(cell.Commands)!.Trouble;
        if (!begin(candidate, trouble))
        {
            return;
        }

        met = default;
        runner.Run(cell with { Commands = [.. cell.Commands.Take(trouble + 1)] });
        if (!met.RanShort)
        {
            return;
        }

        bool refused = met.Result != CellStep.Success;
        CellMode mode = !met.Purged ? CellMode.NothingLazy
            : refused ? CellMode.LazyInVain : CellMode.LazyMakesRoom;
        if (found.GetValueOrDefault((mode, met.ShortAfter)) is null)
        {
            found[(mode, met.ShortAfter)] = candidate;
        }
    }
}
