// SPDX-License-Identifier: GPL-2.0-only
using Stateless.Reflection;

namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <summary>What one state does at a trigger; a destination equal to the state is a
    /// re-entry.</summary>
    internal sealed record Reaction(TTrigger Trigger, TState Destination, bool IsIgnored);

    /// <summary>Everything configured for one state, in the order of configuration.</summary>
    internal sealed class Behaviour(TState state)
    {
        readonly Dictionary<TTrigger, List<Reaction>> reactions = [];
        Action<Transition>? entry;
        Action<Transition>? exit;

        internal TState State => state;

        internal IEnumerable<TTrigger> Triggers => reactions.Keys;

        internal IEnumerable<TState> Destinations => Moves.Select(static move => move.Destination);

        IEnumerable<Reaction> Moves => All.Where(static reaction => !reaction.IsIgnored);

        IEnumerable<Reaction> All => reactions.Values.SelectMany(static list => list);

        internal void Add(Reaction reaction)
        {
            if (!reactions.TryGetValue(reaction.Trigger, out var same))
            {
                same = [];
                reactions.Add(reaction.Trigger, same);
            }

            same.Add(reaction);
        }

        internal void AddEntry(Action<Transition> action) => entry += action;

        internal void AddExit(Action<Transition> action) => exit += action;

        internal void Enter(Transition transition) => entry?.Invoke(transition);

        internal void Exit(Transition transition) => exit?.Invoke(transition);

        internal Reaction? Find(TTrigger trigger) => reactions.GetValueOrDefault(trigger) switch
        {
            null => null,
            [var only] => only,
            _ => throw new InvalidOperationException(
                $"Multiple permitted exit transitions are configured from state '{state}' for "
                + $"trigger '{trigger}'. Guard clauses must be mutually exclusive."),
        };

        internal void Describe(StateInfo info, Dictionary<TState, StateInfo> states)
        {
            info.FixedTransitions = [.. Moves.Select(
                move => new FixedTransitionInfo(new(move.Trigger), states[move.Destination]))];
            info.IgnoredTriggers = [.. All.Where(static reaction => reaction.IsIgnored).Select(
                static reaction => new IgnoredTransitionInfo(new(reaction.Trigger)))];
        }
    }
}
