// SPDX-License-Identifier: GPL-2.0-only
using Stateless.Reflection;

namespace Stateless.Graph;

/// <summary>Draws a machine as a Mermaid state diagram.</summary>
public static class MermaidGraph
{
    /// <summary>The diagram: one line a transition in the order of configuration, a state's
    /// ignored triggers as edges to itself after its transitions, the initial state last. No
    /// newline at the end.</summary>
    /// <exception cref="NotSupportedException">A state's name would need an alias.</exception>
    public static string Format(StateMachineInfo machineInfo)
    {
        ArgumentNullException.ThrowIfNull(machineInfo);
        string[] lines =
        [
            "stateDiagram-v2",
            .. machineInfo.States.SelectMany(EdgesOf),
            $"[*] --> {NameOf(machineInfo.InitialState)}",
        ];
        return string.Join(Environment.NewLine, lines);
    }

    static IEnumerable<string> EdgesOf(StateInfo state) =>
    [
        .. state.FixedTransitions.Select(move => Edge(state, move.DestinationState, move.Trigger)),
        .. state.IgnoredTriggers.Select(ignored => Edge(state, state, ignored.Trigger)),
    ];

    static string Edge(StateInfo from, StateInfo to, TriggerInfo trigger) =>
        $"\t{NameOf(from)} --> {NameOf(to)} : {trigger}";

    static string NameOf(StateInfo state)
    {
        string name = state.ToString();
        return name.Any(static c => char.IsWhiteSpace(c) || c is ':' or '-')
            ? throw new NotSupportedException(
                $"The stand-in draws no state that needs an alias: '{name}'.")
            : name;
    }
}
