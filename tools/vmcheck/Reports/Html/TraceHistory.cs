// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;

namespace Verification.Vmcheck;

/// <summary>
/// What a trace did to a target, state by state: state 0 is a fresh boot, state n what command n-1
/// left behind. A command that was not made leaves what it found, and so does one that the target
/// did not survive: nobody can look any more.
/// </summary>
sealed class TraceHistory
{
    /// <summary>
    /// Of longer traces a page tells what changed from its own data: each change costs two walks
    /// over everything.
    /// </summary>
    public const int ChangesMax = 1000;

    readonly CStatement statement;
    readonly PictureFacts facts;
    readonly AreaFacts areas = new();
    readonly string[] results;
    readonly IReadOnlyList<string>[] events;
    readonly IReadOnlyList<TextLine>[] changes;
    readonly string[] ledger;
    readonly List<string> runFrames = [];
    readonly List<BrokenLaw> broken = [];
    Dump? last;

    TraceHistory(Trace trace)
    {
        Trace = trace;
        statement = new CStatement(trace);
        facts = new PictureFacts(trace.Machine);
        results = new string[trace.Commands.Count];
        events = new IReadOnlyList<string>[trace.Commands.Count];
        changes = new IReadOnlyList<TextLine>[
            trace.Commands.Count <= ChangesMax ? trace.Commands.Count : 0];
        ledger = new string[trace.Commands.Count];
        Array.Fill(results, "not reached");
        Array.Fill(events, []);
        Array.Fill(changes, []);
        Array.Fill(ledger, "");
    }

    /// <summary>The commands that were told about.</summary>
    public Trace Trace { get; }

    /// <summary>How frames are called in all of it.</summary>
    public FrameNames Frames { get; private set; } = new();

    public Lives<AreaFact> Areas { get; } = new();

    public Lives<RunFact> Runs { get; } = new();

    /// <summary>The frames behind each of <see cref="Runs"/>, in words.</summary>
    public IReadOnlyList<string> RunFrames => runFrames;

    public Lives<TableEntry> Tables { get; } = new();

    /// <summary>What TLBs have and page tables have not.</summary>
    public Lives<TlbEntry> Stale { get; } = new();

    /// <summary>One a state.</summary>
    public Lives<CounterFact> Counters { get; } = new();

    /// <summary>What each command returned, or why it was not made.</summary>
    public IReadOnlyList<string> Results => results;

    /// <summary>What each command did, in order.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Events => events;

    /// <summary>
    /// What each command changed, as other reports tell it; empty of a trace of more than
    /// <see cref="ChangesMax"/> commands.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<TextLine>> Changes => changes;

    /// <summary>What it changed in the ledger's figures; empty: nothing.</summary>
    public IReadOnlyList<string> Ledger => ledger;

    /// <summary>The laws that the trace is shown for, with the lives of their culprits.</summary>
    public IReadOnlyList<BrokenLaw> Broken => broken;

    /// <summary>States that break a law, ascending.</summary>
    public IEnumerable<int> Failing =>
        broken.Select(static one => one.Violation.StepIndex + 1).Distinct().Order();

    /// <summary>Other states in which something happened to a culprit, ascending.</summary>
    public IEnumerable<int> Involved => broken
        .SelectMany(static one => one.Life)
        .Select(static past => past.Step + 1)
        .Except(Failing)
        .Order();

    /// <summary>
    /// The state that nobody could look at any more: its command was not survived; 0: none.
    /// </summary>
    public int Died { get; private set; }

    /// <summary>Pages, guard included, for which a state's command found no room.</summary>
    public SortedDictionary<int, ulong> Wanted { get; } = [];

    /// <summary>Listens to a story to its end.</summary>
    public static TraceHistory Of(Story story, CancellationToken cancel)
    {
        TraceHistory history = new(story.Trace);
        history.Look(0, BootPicture.Of(story.Trace, story.Target).Picture);
        story.Tell(history.Listen, cancel);
        return history;
    }

    /// <summary>The statement of a command, without its result.</summary>
    public string Statement(int command) => statement.Of(Trace.Commands[command]);

    /// <summary>What an area is called; empty: nothing.</summary>
    public string NameOf(AreaFact area) =>
        area.Variable < 0 ? "" : statement.NameOf(area.Variable);

    void Listen(StoryStep step)
    {
        Frames = step.Frames;
        results[step.Index] = step.Result;
        events[step.Index] = step.Events;
        ledger[step.Index] = string.Join(
            ", ", LedgerFigures.Changes(step.Ledger.Before, step.Ledger.After));
        broken.AddRange(step.Broken);
        if (step.FailedBytes > 0)
        {
            Wanted[step.Index + 1] = step.FailedBytes / Trace.Machine.PageSize;
        }

        int made = Trace.Commands[step.Index].Name;
        if (made >= 0 && step.Returned is { Kind: OutcomeKind.Pointer, Value: > 0 } address)
        {
            areas.Name(address.Value, made);
        }

        if (step.After is not { } after)
        {
            Died = step.Index + 1;
        }
        else if (step.IsMade)
        {
            Compare(step, after);
            Look(step.Index + 1, after);
        }
    }

    void Compare(StoryStep step, Picture after)
    {
        if (changes.Length == 0)
        {
            return;
        }

        Machine machine = Trace.Machine;
        Dump before = last ?? DumpMaker.Of(machine, step.Before, step.Frames);
        last = DumpMaker.Of(machine, after, step.Frames);
        changes[step.Index] = DumpChange.Told(DumpDifference.Of(before, last));
    }

    void Look(int state, Picture picture)
    {
        Areas.Look(state, areas.Of(picture));
        Runs.Look(state, facts.Runs(picture));
        for (int born = runFrames.Count; born < Runs.All.Count; born++)
        {
            runFrames.Add(PictureFacts.Frames(picture, Runs.All[born].What, Frames));
        }

        Tables.Look(state, picture.Tables);
        Stale.Look(state, facts.Stale(picture));
        Counters.Look(state, [PictureFacts.Counters(picture)]);
    }
}
