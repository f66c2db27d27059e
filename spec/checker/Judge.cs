// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

/// <summary>
/// The laws that bind one target, sorted by subject, on two schedules: the incremental pass asks
/// about the subjects a step touched, the full pass about all.
/// </summary>
public sealed class Judge
{
    const int CallStates = 6;

    readonly Rule<Area>[][] area;
    readonly Rule<Frame>[][] frame;
    readonly Rule<Mapped>[][] mapped;
    readonly Rule<Linked>[] linked;
    readonly Rule<Step>[][] call;
    readonly Rule<Step>[][] sightings;
    readonly Rule<Picture>[] picture;
    readonly Rule<Step>[] deaths;
    readonly long[] checks = new long[Claim.All.Count];
    readonly List<ulong> pages = [];
    readonly Mapped page = new();
    Law? broken;
    string culprits = "";
    Culprit culprit;
    string site = "";
    string seenIn = "";

    /// <param name="laws">The laws to hold the target to.</param>
    public Judge(IEnumerable<Law> laws)
    {
        Law[] chosen = [.. laws];
        area = ByState<Area>(chosen, Among.GoneAreas, 6);
        frame = ByState<Frame>(chosen, Among.FreeFrames, 3);
        mapped = ByState<Mapped>(chosen, Among.EmptyPages, 4);
        linked = Rules(chosen.OfType<Law<Linked>>());
        picture = Rules(chosen.OfType<Law<Picture>>());
        deaths = Rules(chosen.OfType<Law<Step>>().Where(IsAboutDeath));
        call = ByKind(chosen, Mood.Always);
        sightings = ByKind(chosen, Mood.Sometimes);
    }

    /// <summary>
    /// How often each law had something to judge, by law Id; for a sighting how often it was seen.
    /// </summary>
    public IReadOnlyList<long> Checks => checks;

    /// <summary>Judges what the last step touched; null when every law holds.</summary>
    public Violation? Incremental(Ledger ledger)
    {
        broken = null;
        Step step = ledger.Step;
        int kind = ((int)step.Call.Kind * CallStates) + StateOf(ledger, step);
        foreach (ref readonly Rule<Step> rule in sightings[kind].AsSpan())
        {
            checks[rule.Id] += (rule.Upon & ledger.Happened) != 0
                && rule.Holds(ledger, step) ? 1 : 0;
        }

        bool holds = Hold(call[kind], ledger, step);
        if (holds && !step.Outcome.IsFatal)
        {
            HoldTouched(ledger);
        }

        return Found(ledger, isCall: true);
    }

    /// <summary>
    /// What a call touched. Not asked of one that ended in a BUG: it stands where that cut it off.
    /// </summary>
    void HoldTouched(Ledger ledger)
    {
        bool holds = true;
        for (int i = 0; holds && i < ledger.TouchedAreas.Count; i++)
        {
            holds = Hold(ledger, ledger.TouchedAreas[i]);
        }

        for (int i = 0; holds && i < ledger.TouchedFrames.Count; i++)
        {
            holds = Hold(ledger, ledger.TouchedFrames[i]);
        }

        for (int i = 0; holds && i < ledger.TouchedPages.Count; i++)
        {
            holds = Hold(ledger, ledger.TouchedPages[i]);
        }

        for (int i = 0; holds && i < ledger.TouchedTables.Count; i++)
        {
            (TableLevel level, ulong start) = ledger.TouchedTables[i];
            holds = Hold(linked, ledger, new Linked(level, start));
        }
    }

    /// <summary>
    /// Judges a call that did not return, of which nothing else can be said; null where
    /// <see cref="FailureLaws.CallsReturn"/> is not in force.
    /// </summary>
    public Violation? Death(Ledger ledger)
    {
        broken = null;
        Hold(deaths, ledger, ledger.Step);
        return Found(ledger, isCall: true);
    }

    /// <summary>
    /// Judges every area, frame, translation and table; null when every law holds.
    /// </summary>
    public Violation? Full(Ledger ledger)
    {
        broken = null;
        pages.Clear();
        ledger.Translations.PresentIn(0, ulong.MaxValue, pages);
        bool holds = ledger.Areas.All().All(subject => Hold(ledger, subject))
            && ledger.UsedFrames.TrueForAll(subject => Hold(ledger, subject))
            && ledger.AllTables().All(subject => Hold(linked, ledger, subject));
        for (int i = 0; holds && i < pages.Count; i++)
        {
            holds = Hold(ledger, pages[i]);
        }

        return Found(ledger, isCall: false);
    }

    /// <summary>Compares the ledger with a walk of the target.</summary>
    public Violation? Walk(Ledger ledger, Picture seen)
    {
        broken = null;
        return Hold(picture, ledger, seen) ? null : Found(ledger, isCall: false)! with
        {
            Culprits = Reconciliation.FirstDifference(ledger, seen) ?? "",
        };
    }

    Violation? Found(Ledger ledger, bool isCall) => broken is null ? null
        : new Violation(broken, ledger.Step.Index, culprits)
        {
            Culprit = culprit,
            Cluster = new Cluster(broken.Name, isCall ? site : Cluster.NoCall, seenIn),
        };

    static bool IsAboutDeath(Law law) => law.Id == FailureLaws.CallsReturn.Id;

    /// <summary>The laws about calls, by kind and, within it, by state.</summary>
    static Rule<Step>[][] ByKind(Law[] chosen, Mood mood) =>
    [
        .. Signature.All.SelectMany(row => ByState<Step>(
            [.. chosen.Where(law => law.Mood == mood
                && (law.About is null || law.About.Contains(row.Kind)))],
            Among.MadeCalls, CallStates)),
    ];

    /// <summary>In the order of <see cref="Among"/>.</summary>
    static int StateOf(Ledger ledger, Step step) => ledger.Legality switch
    {
        Legality.Illegal => 3,
        Legality.NoEffect => 4,
        Legality.Forbidden => 5,
        _ when ledger.Result is not null => 0,
        _ => step.Outcome.IsNull || step.Outcome.Kind == OutcomeKind.NoPage ? 1 : 2,
    };

    static Rule<T>[] Rules<T>(IEnumerable<Law<T>> laws) =>
        [.. laws.Select(law => new Rule<T>(law))];

    /// <summary>
    /// The laws that speak of each of so many states, the first of which is given.
    /// </summary>
    static Rule<T>[][] ByState<T>(Law[] chosen, Among first, int states) =>
    [
        .. Enumerable.Range(0, states).Select(state => Rules(chosen.OfType<Law<T>>()
            .Where(law => (law.Among & (Among)((uint)first << state)) != 0))),
    ];

    bool Hold(Ledger ledger, Area subject) =>
        Hold(area[subject.IsLive && subject.HoldsMemory ? 5 : (int)subject.State], ledger, subject);

    bool Hold(Ledger ledger, Frame subject) =>
        Hold(frame[subject.Owners is 0 or 1 ? subject.Owners : 2], ledger, subject);

    bool Hold(Ledger ledger, ulong address)
    {
        page.Address = address;
        page.Translation = ledger.Translations.Get(address);
        int state = (page.Translation.IsPresent ? 1 : 0) + (page.Translation.Tlb != 0 ? 2 : 0);
        return Hold(mapped[state], ledger, page);
    }

    bool Hold<T>(Rule<T>[] rules, Ledger ledger, T subject)
    {
        foreach (ref readonly Rule<T> rule in rules.AsSpan())
        {
            if ((rule.Upon & ledger.Happened) == 0
                || (rule.When is { } when && !when(ledger, subject)))
            {
                continue;
            }

            checks[rule.Id]++;
            if (!rule.Holds(ledger, subject))
            {
                broken = rule.Law;
                object blamed = rule.Law.Blames?.Invoke(ledger) ?? subject!;
                culprits = Culprits.Of(ledger, blamed);
                culprit = Culprits.Place(ledger, blamed);
                seenIn = Situation.StateOf(ledger, subject!);
                site = Situation.SiteOf(ledger, subject!);
                return false;
            }
        }

        return true;
    }

    /// <summary>What the loop reads of a law, side by side.</summary>
    readonly struct Rule<T>(Law<T> law)
    {
        public readonly Func<Ledger, T, bool>? When = law.When;
        public readonly Func<Ledger, T, bool> Holds = law.Holds;
        public readonly ulong Upon = law.Upon is null
            ? Spec.Upon.Anything : Spec.Upon.Bits(law.Upon);
        public readonly int Id = law.Id;
        public readonly Law<T> Law = law;
    }
}
