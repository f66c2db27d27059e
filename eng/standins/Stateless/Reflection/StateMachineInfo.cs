// SPDX-License-Identifier: GPL-2.0-only
namespace Stateless.Reflection;

/// <summary>A machine as data.</summary>
public class StateMachineInfo
{
    internal StateMachineInfo(
        StateInfo initial, IReadOnlyList<StateInfo> states, Type state, Type trigger)
    {
        InitialState = initial;
        States = states;
        StateType = state;
        TriggerType = trigger;
    }

    /// <summary>The initial state, by name only: its transitions are found in
    /// <see cref="States"/>.</summary>
    public StateInfo InitialState { get; }

    /// <summary>All states: configured ones in order of configuration, then those only
    /// reached.</summary>
    public IEnumerable<StateInfo> States { get; }

    /// <summary>The type of the states.</summary>
    public Type StateType { get; }

    /// <summary>The type of the triggers.</summary>
    public Type TriggerType { get; }
}
