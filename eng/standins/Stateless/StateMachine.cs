// SPDX-License-Identifier: GPL-2.0-only
using Stateless.Reflection;

namespace Stateless;

/// <summary>A finite state machine. A trigger fired inside an action waits until the running one
/// is done.</summary>
/// <remarks>Stand-in for Stateless 5.18.0: unguarded transitions between plain states.</remarks>
public partial class StateMachine<TState, TTrigger>
    where TState : notnull
    where TTrigger : notnull
{
    readonly Dictionary<TState, Behaviour> configured = [];
    readonly Queue<TTrigger> waiting = new();
    readonly Func<TState> accessor;
    readonly Action<TState> mutator;
    readonly TState initial;
    Action<Transition>? transitioned;
    Action<TState, TTrigger> unhandled = Refuse;
    bool firing;

    /// <summary>A machine that keeps its own state.</summary>
    public StateMachine(TState initialState)
    {
        var current = initialState;
        accessor = () => current;
        mutator = next => current = next;
        initial = initialState;
    }

    /// <summary>A machine whose state lies with the caller; what the accessor says now is the
    /// initial state.</summary>
    public StateMachine(Func<TState> stateAccessor, Action<TState> stateMutator)
    {
        ArgumentNullException.ThrowIfNull(stateAccessor);
        ArgumentNullException.ThrowIfNull(stateMutator);
        accessor = stateAccessor;
        mutator = stateMutator;
        initial = stateAccessor();
    }

    /// <summary>The current state.</summary>
    public TState State => accessor();

    /// <summary>The triggers the current state handles, ignored ones among them, as
    /// configured.</summary>
    public Task<IEnumerable<TTrigger>> PermittedTriggersAsync => GetPermittedTriggersAsync();

    /// <summary>The triggers the current state handles, ignored ones among them, as
    /// configured.</summary>
    public Task<IEnumerable<TTrigger>> GetPermittedTriggersAsync() =>
        Task.FromResult<IEnumerable<TTrigger>>([.. Of(State).Triggers]);

    /// <summary>Begins, or goes on with, the configuration of one state.</summary>
    public StateConfiguration Configure(TState state) => new(this, Of(state));

    /// <summary>True when the trigger would be handled, also when it would be ignored.</summary>
    public bool CanFire(TTrigger trigger) => Of(State).Find(trigger) is not null;

    /// <summary>True when the machine is in that state.</summary>
    public bool IsInState(TState state) => State.Equals(state);

    /// <summary>Calls the action at every transition, after the exit and before the entry
    /// actions.</summary>
    public void OnTransitioned(Action<Transition> onTransitionAction)
    {
        ArgumentNullException.ThrowIfNull(onTransitionAction);
        transitioned += onTransitionAction;
    }

    /// <summary>Calls the action, instead of throwing, when a state does not handle a
    /// trigger.</summary>
    public void OnUnhandledTrigger(Action<TState, TTrigger> unhandledTriggerAction)
    {
        ArgumentNullException.ThrowIfNull(unhandledTriggerAction);
        unhandled = unhandledTriggerAction;
    }

    /// <summary>Fires a trigger: exit actions, new state, observers, entry actions.</summary>
    /// <exception cref="InvalidOperationException">The current state does not handle
    /// it.</exception>
    public void Fire(TTrigger trigger)
    {
        waiting.Enqueue(trigger);
        if (firing)
        {
            return;
        }

        try
        {
            firing = true;
            while (waiting.TryDequeue(out var next))
            {
                FireOne(next);
            }
        }
        finally
        {
            firing = false;
        }
    }

    /// <summary>The machine as data: every configured or reachable state with its
    /// transitions.</summary>
    public StateMachineInfo GetInfo()
    {
        var states = configured.Keys
            .Concat(configured.Values.SelectMany(static state => state.Destinations))
            .Distinct()
            .ToDictionary(static state => state, static state => new StateInfo(state));
        foreach (var (state, behaviour) in configured)
        {
            behaviour.Describe(states[state], states);
        }

        return new(new(initial), [.. states.Values], typeof(TState), typeof(TTrigger));
    }

    /// <summary>The current state and what it permits.</summary>
    public override string ToString() =>
        $"StateMachine {{ State = {State}, "
        + $"PermittedTriggers = {{ {string.Join(", ", Of(State).Triggers)} }}}}";

    void FireOne(TTrigger trigger)
    {
        var source = State;
        var behaviour = Of(source);
        var reaction = behaviour.Find(trigger);
        if (reaction is null)
        {
            unhandled(source, trigger);
        }
        else if (!reaction.IsIgnored)
        {
            var transition = new Transition(source, reaction.Destination, trigger);
            behaviour.Exit(transition);
            mutator(transition.Destination);
            transitioned?.Invoke(transition);
            Of(transition.Destination).Enter(transition);
        }
    }

    Behaviour Of(TState state)
    {
        if (!configured.TryGetValue(state, out var behaviour))
        {
            behaviour = new(state);
            configured.Add(state, behaviour);
        }

        return behaviour;
    }

    static void Refuse(TState state, TTrigger trigger) => throw new InvalidOperationException(
        $"No valid leaving transitions are permitted from state '{state}' for trigger '{trigger}'. "
        + "Consider ignoring the trigger.");
}
