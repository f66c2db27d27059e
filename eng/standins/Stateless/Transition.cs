// SPDX-License-Identifier: GPL-2.0-only
namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <summary>One change of state, as actions and observers see it.</summary>
    public class Transition
    {
        internal Transition(TState source, TState destination, TTrigger trigger)
        {
            Source = source;
            Destination = destination;
            Trigger = trigger;
        }

        /// <summary>The state left.</summary>
        public TState Source { get; }

        /// <summary>The state entered.</summary>
        public TState Destination { get; }

        /// <summary>What was fired.</summary>
        public TTrigger Trigger { get; }

        /// <summary>True when a state is left for itself.</summary>
        public bool IsReentry => Source.Equals(Destination);
    }
}
