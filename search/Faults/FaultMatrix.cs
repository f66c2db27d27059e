// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>
/// Every allocation of a call, in every way it can fail. The allocations are found by running the
/// call without a fault; nothing is listed by hand. Serves one thread.
/// </summary>
public sealed class FaultMatrix
{
    /// <summary>Calls with more allocations are not tried with two faults at once.</summary>
    public const int MostForPairs = 32;

    static readonly (CellMode Mode, FaultMode Fault)[] modes =
    [
        (CellMode.Once, FaultMode.Once),
        (CellMode.ToTheEnd, FaultMode.Sticky),
        (CellMode.EverySecond, FaultMode.Alternate),
    ];

    readonly CellJudge judge;
    readonly Shortage? shortage;
    List<FaultCell> cells = [];

    /// <param name="target">What is tried; it has to report events.</param>
    /// <param name="takesAddresses">
    /// It has get_vm_area and remove_vm_area, without which addresses are not made to run short.
    /// </param>
    public FaultMatrix(ITarget target, bool takesAddresses = true)
    {
        judge = new(target);
        shortage = takesAddresses ? new(target) : null;
    }

    /// <summary>Commands executed and judged so far.</summary>
    public long Executed => judge.Executed;

    /// <summary>
    /// All cells of one call. When it fails without a fault there is one, which says so.
    /// </summary>
    public CallCells Of(EntryCall call)
    {
        cells = [];
        if (!call.Makes)
        {
            Trouble any = new(new Fault(FaultSite.Any, FaultMode.Sticky, 0));
            Add(call, CellMode.Beyond, any, default, judge.Judge(call.Trace(any)));
            return new(call, [], cells);
        }

        Add(call, CellMode.Faultless, Trouble.None, default, judge.Judge(call.Trace(Trouble.None)));
        Visit[] visits = [.. judge.Visits];
        if (!cells[0].IsRed)
        {
            Visit[] faulted = [.. visits.Where(static visit => visit.Site.Door != FaultSite.None)];
            AddBeyond(call, faulted.Length);
            AddSingle(call, faulted);
            AddPairs(call, faulted);
            AddShort(call, [.. visits.Except(faulted)]);
            visits = shortage is null ? faulted : visits;
        }

        return new(call, visits, cells);
    }

    void AddBeyond(EntryCall call, int visits)
    {
        Trouble beyond = new(new Fault(FaultSite.Any, FaultMode.Once, visits));
        Add(call, CellMode.Beyond, beyond, default, judge.JudgeBeyond(call.Trace(beyond)));
    }

    void AddSingle(EntryCall call, Visit[] visits)
    {
        foreach (Visit visit in visits)
        {
            foreach ((CellMode mode, FaultMode fault) in modes)
            {
                Trouble trouble = new(FaultAt(visit, fault));
                Add(call, mode, trouble, visit, judge.Judge(call.Trace(trouble)));
            }
        }
    }

    void AddPairs(EntryCall call, Visit[] visits)
    {
        for (int first = 0; visits.Length <= MostForPairs && first < visits.Length; first++)
        {
            foreach (Visit second in visits.Skip(first + 1))
            {
                Trouble pair = new(
                    FaultAt(visits[first], FaultMode.Once), FaultAt(second, FaultMode.Once));
                CellVerdict verdict = judge.Judge(call.Trace(pair));
                cells.Add(new(call, CellMode.Pair, pair, visits[first], verdict) { Also = second });
            }
        }
    }

    void AddShort(EntryCall call, Visit[] reservations)
    {
        if (shortage is null || reservations.Length == 0)
        {
            return;
        }

        ulong[] pages = [.. reservations.Select(static visit => visit.Pages)];
        foreach ((CellMode mode, int place, Trouble trouble) in shortage.Of(call, pages))
        {
            Add(call, mode, trouble, reservations[place], judge.Judge(call.Trace(trouble)));
        }
    }

    static Fault FaultAt(Visit visit, FaultMode mode) => new(visit.Site.Door, mode, visit.Index);

    void Add(EntryCall call, CellMode mode, Trouble trouble, Visit visit, CellVerdict verdict) =>
        cells.Add(new(call, mode, trouble, visit, verdict));
}
