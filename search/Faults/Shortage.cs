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
    readonly List<Visit> visits = [];
    int trouble;
    CellStep met;

    public Shortage(ITarget target) => runner = new(target, [])
    {
        Observer = (_, step) =>
        {
            if (step.Index == trouble)
            {
                met = CellStep.Of(step, fired: false, visits);
            }
        },
    };

    /// <summary>
    /// The situations a call can be brought into at each reservation, from 0, and the trouble that
    /// does it; null where none was found.
    /// </summary>
    /// <param name="call">The call.</param>
    /// <param name="reserved">Pages, guard included, of each of its reservations in order.</param>
    public IEnumerable<(CellMode Mode, int Reservation, Trouble? Trouble)> Of(
        EntryCall call, IReadOnlyList<ulong> reserved)
    {
        ulong all = reserved.Aggregate(0UL, static (sum, pages) => sum + pages + 1);
        ulong lazy = all - reserved[0] + 2;
        Dictionary<(CellMode, int), Trouble?> found = [];
        for (int place = 0; place < reserved.Count; place++)
        {
            found[(CellMode.NothingLazy, place)] = null;
            found[(CellMode.LazyMakesRoom, place)] = null;
        }

        if (reserved[0] > lazy + 4)
        {
            found[(CellMode.LazyInVain, 0)] = null;
        }

        ulong range = (call.Machine.End - call.Machine.Start) >> call.Machine.PageShift;
        ulong least = range - Math.Min(range - 1, call.Pages + (2 * all) + lazy + Slack);
        for (ulong filler = range; filler > least && found.ContainsValue(null); filler--)
        {
            Try(call, new Trouble(Filler: filler), found);
            Try(call, new Trouble(Filler: filler, Lazy: lazy), found);
        }

        return found
            .OrderBy(static one => one.Key)
            .Select(static one => (one.Key.Item1, one.Key.Item2, one.Value));
    }

    void Try(EntryCall call, Trouble trouble, Dictionary<(CellMode, int), Trouble?> found)
    {
        Trace cell = call.Trace(trouble);
        this.trouble = CellShape.Of(cell.Commands)!.Value.Trouble;
        met = default;
        runner.Run(cell with { Commands = [.. cell.Commands.Take(this.trouble + 1)] });
        if (!met.RanShort)
        {
            return;
        }

        bool refused = met.Result != CellStep.Success;
        CellMode mode = !met.Purged ? CellMode.NothingLazy
            : refused ? CellMode.LazyInVain : CellMode.LazyMakesRoom;
        if (found.GetValueOrDefault((mode, met.ShortAfter)) is null)
        {
            found[(mode, met.ShortAfter)] = trouble;
        }
    }
}
