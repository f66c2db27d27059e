// SPDX-License-Identifier: GPL-2.0-only
using Stateless;
using Stateless.Graph;

namespace Verification.StandIns;

/// <summary>What Stateless documents of the part we use; passes on the package and on the
/// stand-in.</summary>
public class StateMachines
{
    enum Door
    {
        Open,
        Closed,
        Locked,
    }

    enum Hand
    {
        Push,
        Pull,
        Turn,
        Knock,
    }

    [Fact]
    public void A_permitted_trigger_leads_to_its_state()
    {
        var door = ADoor();
        door.Fire(Hand.Push);
        Assert.Equal(Door.Closed, door.State);
        Assert.True(door.IsInState(Door.Closed));
        Assert.False(door.IsInState(Door.Open));
    }

    [Fact]
    public void State_may_lie_with_the_caller()
    {
        var kept = Door.Closed;
        var door = Configured(new(() => kept, next => kept = next));
        door.Fire(Hand.Turn);
        Assert.Equal(Door.Locked, kept);
        kept = Door.Closed;
        Assert.Equal(Door.Closed, door.State);
        Assert.Equal(Door.Closed, door.GetInfo().InitialState.UnderlyingState);
    }

    [Fact]
    public void An_unhandled_trigger_throws_and_changes_nothing()
    {
        var door = ADoor();
        var error = Assert.Throws<InvalidOperationException>(() => door.Fire(Hand.Turn));
        Assert.Equal(
            "No valid leaving transitions are permitted from state 'Open' for trigger 'Turn'. "
            + "Consider ignoring the trigger.",
            error.Message);
        Assert.Equal(Door.Open, door.State);
    }

    [Fact]
    public void An_unhandled_trigger_can_be_taken_over()
    {
        var door = ADoor();
        var refused = new List<(Door, Hand)>();
        door.OnUnhandledTrigger((state, trigger) => refused.Add((state, trigger)));
        door.Fire(Hand.Turn);
        Assert.Equal([(Door.Open, Hand.Turn)], refused);
        Assert.Equal(Door.Open, door.State);
    }

    [Fact]
    public void A_machine_is_usable_after_an_unhandled_trigger()
    {
        var door = ADoor();
        Assert.Throws<InvalidOperationException>(() => door.Fire(Hand.Turn));
        door.Fire(Hand.Push);
        Assert.Equal(Door.Closed, door.State);
    }

    [Fact]
    public void To_permit_the_same_state_is_an_argument_error()
    {
        var door = ADoor();
        var error = Assert.Throws<ArgumentException>(
            () => door.Configure(Door.Open).Permit(Hand.Turn, Door.Open));
        Assert.StartsWith(
            "Permit() (and PermitIf()) require that the destination state is not equal to "
            + "the source state.",
            error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Two_permits_of_one_trigger_throw_when_it_is_fired()
    {
        var door = new StateMachine<Door, Hand>(Door.Open);
        door.Configure(Door.Open).Permit(Hand.Push, Door.Closed).Permit(Hand.Push, Door.Locked);
        var error = Assert.Throws<InvalidOperationException>(() => door.Fire(Hand.Push));
        Assert.StartsWith(
            "Multiple permitted exit transitions are configured from state 'Open' "
            + "for trigger 'Push'.",
            error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_ignored_trigger_runs_no_action()
    {
        var door = ADoor();
        var log = Watch(door);
        door.Fire(Hand.Knock);
        Assert.Equal(Door.Open, door.State);
        Assert.Empty(log);
    }

    [Fact]
    public void A_transition_exits_then_is_observed_then_enters()
    {
        var door = ADoor();
        var log = Watch(door);
        door.Fire(Hand.Push);
        Assert.Equal(
            ["exit Open in Open", "Open -Push-> Closed in Closed", "enter Closed in Closed"], log);
    }

    [Fact]
    public void A_reentry_exits_and_enters_the_same_state()
    {
        var door = ADoor();
        door.Fire(Hand.Push);
        var log = Watch(door);
        bool? reentry = null;
        door.OnTransitioned(t => reentry = t.IsReentry);
        door.Fire(Hand.Knock);
        Assert.Equal(
            ["exit Closed in Closed", "Closed -Knock-> Closed in Closed", "enter Closed in Closed"],
            log);
        Assert.True(reentry);
    }

    [Fact]
    public void A_trigger_fired_inside_an_action_waits_for_its_end()
    {
        var door = ADoor();
        var log = new List<string>();
        door.Configure(Door.Closed).OnEntry(() =>
        {
            door.Fire(Hand.Turn);
            log.Add($"entered {door.State}");
        });
        door.Configure(Door.Locked).OnEntry(() => log.Add("locked"));
        door.Fire(Hand.Push);
        Assert.Equal(["entered Closed", "locked"], log);
        Assert.Equal(Door.Locked, door.State);
    }

    [Fact]
    public void Every_permitted_or_ignored_trigger_can_be_fired()
    {
        var door = ADoor();
        Assert.True(door.CanFire(Hand.Push));
        Assert.True(door.CanFire(Hand.Knock));
        Assert.False(door.CanFire(Hand.Turn));
        Assert.False(new StateMachine<Door, Hand>(Door.Open).CanFire(Hand.Push));
    }

    [Fact]
    public async Task Permitted_triggers_come_in_the_order_of_configuration()
    {
        var door = ADoor();
        Assert.Equal([Hand.Push, Hand.Knock], await door.PermittedTriggersAsync);
        door.Fire(Hand.Push);
        Assert.Equal([Hand.Pull, Hand.Turn, Hand.Knock], await door.GetPermittedTriggersAsync());
    }

    [Fact]
    public void A_machine_says_where_it_is() =>
        Assert.Equal(
            "StateMachine { State = Open, PermittedTriggers = { Push, Knock }}",
            ADoor().ToString());

    [Fact]
    public void Info_lists_states_transitions_and_ignored_triggers()
    {
        var info = ADoor().GetInfo();
        Assert.Equal(typeof(Door), info.StateType);
        Assert.Equal(typeof(Hand), info.TriggerType);
        Assert.Equal(Door.Open, info.InitialState.UnderlyingState);
        Assert.Equal(
            [Door.Open, Door.Closed, Door.Locked],
            info.States.Select(static s => s.UnderlyingState).Cast<Door>());
        Assert.Equal(
            [
                (Door.Open, Hand.Push, Door.Closed),
                (Door.Closed, Hand.Pull, Door.Open),
                (Door.Closed, Hand.Turn, Door.Locked),
                (Door.Closed, Hand.Knock, Door.Closed),
            ],
            info.States.SelectMany(from => from.FixedTransitions, (from, move) => (
                (Door)from.UnderlyingState,
                (Hand)move.Trigger.UnderlyingTrigger,
                (Door)move.DestinationState.UnderlyingState)));
        Assert.Equal(
            [(Door.Open, Hand.Knock)],
            info.States.SelectMany(from => from.IgnoredTriggers, (from, ignored) => (
                (Door)from.UnderlyingState, (Hand)ignored.Trigger.UnderlyingTrigger)));
        Assert.Equal([1, 3, 0], info.States.Select(static s => s.Transitions.Count()));
    }

    [Fact]
    public void A_diagram_has_one_line_a_transition_and_the_initial_state_last() => Assert.Equal(
        string.Join(
            Environment.NewLine,
            "stateDiagram-v2",
            "\tOpen --> Closed : Push",
            "\tOpen --> Open : Knock",
            "\tClosed --> Open : Pull",
            "\tClosed --> Locked : Turn",
            "\tClosed --> Closed : Knock",
            "[*] --> Open"),
        MermaidGraph.Format(ADoor().GetInfo()));

    [Fact]
    public void A_diagram_draws_ignored_triggers_after_transitions()
    {
        var door = new StateMachine<Door, Hand>(Door.Open);
        door.Configure(Door.Open).Ignore(Hand.Knock).Permit(Hand.Push, Door.Closed);
        Assert.Equal(
            string.Join(
                Environment.NewLine,
                "stateDiagram-v2",
                "\tOpen --> Closed : Push",
                "\tOpen --> Open : Knock",
                "[*] --> Open"),
            MermaidGraph.Format(door.GetInfo()));
    }

    static StateMachine<Door, Hand> ADoor() => Configured(new(Door.Open));

    static StateMachine<Door, Hand> Configured(StateMachine<Door, Hand> door)
    {
        door.Configure(Door.Open).Permit(Hand.Push, Door.Closed).Ignore(Hand.Knock);
        door.Configure(Door.Closed)
            .Permit(Hand.Pull, Door.Open).Permit(Hand.Turn, Door.Locked).PermitReentry(Hand.Knock);
        return door;
    }

    static List<string> Watch(StateMachine<Door, Hand> door)
    {
        var log = new List<string>();
        foreach (var state in Enum.GetValues<Door>())
        {
            door.Configure(state)
                .OnEntry(t => log.Add($"enter {t.Destination} in {door.State}"))
                .OnExit(() => log.Add($"exit {state} in {door.State}"));
        }

        door.OnTransitioned(t =>
            log.Add($"{t.Source} -{t.Trigger}-> {t.Destination} in {door.State}"));
        return log;
    }
}
