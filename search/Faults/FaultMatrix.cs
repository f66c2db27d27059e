// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>
/// Every allocation of a call, in every way it can fail. The allocations are found by running the
/// call without a fault; nothing is listed by hand. Serves one thread.
/// </summary>
public sealed class FaultMatrix : IFaultMatrix
{
    /// <summary>Calls with more allocations are not tried with two faults at once.</summary>
    public const int MostForPairs = 32;

    static readonly (CellMode Mode, FaultMode Fault)[] modes =
    [
        (CellMode.Once, FaultMode.Once),
        (CellMode.ToTheEnd, FaultMode.Sticky),
        (CellMode.EverySecond, FaultMode.Alternate),
    ];

    static readonly Dictionary<Trouble, CellVerdict> nothing = [];

    readonly CellJudge judge;
    readonly Shortage? shortage;
    IReadOnlyDictionary<Trouble, CellVerdict> known = nothing;
    List<FaultCell> cells = [];
    bool givesUp;
    int skipped;

    /// <param name="target">What is tried; it has to report events.</param>
    /// <param name="takesAddresses">
    /// It has get_vm_area and remove_vm_area, without which addresses are not made to run short.
    /// </param>
    public FaultMatrix(ITarget target, bool takesAddresses = true)
    {
        judge = new(target);
        shortage = takesAddresses ? new(target, BeginSearch) : null;
    }

    /// <summary>Told which trouble of the call is run next; null for none.</summary>
    public Action<Trouble>? Beginning { get; init; }

    /// <summary>
    /// Asked before each cell: true ends the call with an
    /// <see cref="OperationCanceledException"/>.
    /// </summary>
    public Func<bool> IsOver { get; init; } = static () => false;

    /// <inheritdoc/>
    public long Executed => judge.Executed;

    /// <inheritdoc/>
    public CallCells Of(EntryCall call) => Of(call, nothing);

    /// <summary>The same, but what is known already is not run again.</summary>
    /// <param name="call">The call.</param>
    /// <param name="known">Troubles that were judged before.</param>
    /// <param name="givesUp">Nothing else is run, but what a call does without a fault.</param>
    public CallCells Of(
        EntryCall call, IReadOnlyDictionary<Trouble, CellVerdict> known, bool givesUp = false)
    {
        this.known = known;
        this.givesUp = givesUp;
        skipped = 0;
        cells = [];
        if (!call.Makes)
        {
            Trouble any = new(new Fault(FaultSite.Any, FaultMode.Sticky, 0));
            Add(call, CellMode.Beyond, any, default);
            return new(call, [], cells);
        }

        Add(call, CellMode.Faultless, Trouble.None, default);
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

        return new(call, visits, cells) { Skipped = skipped };
    }

    /// <summary>Nothing: a target belongs to whoever made it.</summary>
    public void Dispose()
    {
    }

    void AddBeyond(EntryCall call, int visits)
    {
        Trouble beyond = new(new Fault(FaultSite.Any, FaultMode.Once, visits));
        Add(call, CellMode.Beyond, beyond, default);
    }

    void AddSingle(EntryCall call, Visit[] visits)
    {
        foreach (Visit visit in visits)
        {
            foreach ((CellMode mode, FaultMode fault) in modes)
            {
                Add(call, mode, new Trouble(FaultAt(visit, fault)), visit);
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
                Add(call, CellMode.Pair, pair, visits[first], second);
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
            Add(call, mode, trouble, reservations[place]);
        }

        // What was known of a search for addresses has been passed over in it.
        HashSet<Trouble> told = [.. cells.Select(static cell => cell.Trouble)];
        foreach (Trouble trouble in known.Keys.Where(one => !told.Contains(one)))
        {
            CellMode mode = trouble.Lazy > 0 ? CellMode.LazyMakesRoom : CellMode.NothingLazy;
            Add(call, mode, trouble, reservations[0]);
        }
    }

    static Fault FaultAt(Visit visit, FaultMode mode) => new(visit.Site.Door, mode, visit.Index);

    void Add(EntryCall call, CellMode mode, Trouble trouble, Visit visit, Visit also = default)
    {
        // Where little is run, what is not found in a search has the trouble of something else.
        bool isAnother = givesUp && cells.Exists(one => one.Trouble == trouble);
        if (!isAnother && Judge(call, mode, trouble) is { } verdict)
        {
            cells.Add(new(call, mode, trouble, visit, verdict) { Also = also });
        }
        else
        {
            skipped++;
        }
    }

    /// <summary>Null when it is not to be run, and not known.</summary>
    CellVerdict? Judge(EntryCall call, CellMode mode, Trouble trouble)
    {
        if (!Begin(trouble))
        {
            return known.GetValueOrDefault(trouble);
        }

        Trace cell = call.Trace(trouble);
        return mode == CellMode.Beyond && call.Makes ? judge.JudgeBeyond(cell) : judge.Judge(cell);
    }

    /// <summary>Whether a trouble has to be run to know what it does.</summary>
    bool Begin(Trouble trouble) => Begin(
        trouble, !known.ContainsKey(trouble) && (!givesUp || trouble == Trouble.None));

    /// <summary>The same of a cell up to its call: what comes after that may be deadly.</summary>
    bool BeginSearch(Trouble trouble, int last) => Begin(
        trouble, known.TryGetValue(trouble, out CellVerdict? verdict)
            ? verdict.Violation is { } death && death.StepIndex > last : !givesUp);

    bool Begin(Trouble trouble, bool begins)
    {
        if (IsOver())
        {
            throw new OperationCanceledException();
        }

        if (begins)
        {
            Beginning?.Invoke(trouble);
        }

        return begins;
    }
}
