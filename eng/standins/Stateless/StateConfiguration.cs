// SPDX-License-Identifier: GPL-2.0-only
namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <summary>Configures one state; every call returns the same configuration.</summary>
    public class StateConfiguration
    {
        readonly Behaviour behaviour;

        internal StateConfiguration(StateMachine<TState, TTrigger> machine, Behaviour behaviour)
        {
            Machine = machine;
            this.behaviour = behaviour;
        }

        /// <summary>The state being configured.</summary>
        public TState State => behaviour.State;

        /// <summary>The machine it belongs to.</summary>
        public StateMachine<TState, TTrigger> Machine { get; }

        /// <summary>The trigger leads to another state.</summary>
        /// <exception cref="ArgumentException">The destination is this state.</exception>
        public StateConfiguration Permit(TTrigger trigger, TState destinationState)
        {
            if (destinationState.Equals(State))
            {
                throw new ArgumentException(
                    "Permit() (and PermitIf()) require that the destination state is not equal to "
                    + "the source state. To accept a trigger without changing state, use either "
                    + "Ignore() or PermitReentry().");
            }

            behaviour.Add(new(trigger, destinationState, IsIgnored: false));
            return this;
        }

        /// <summary>The trigger leaves this state and enters it again, actions included.</summary>
        public StateConfiguration PermitReentry(TTrigger trigger)
        {
            behaviour.Add(new(trigger, State, IsIgnored: false));
            return this;
        }

        /// <summary>The trigger is accepted and does nothing.</summary>
        public StateConfiguration Ignore(TTrigger trigger)
        {
            behaviour.Add(new(trigger, State, IsIgnored: true));
            return this;
        }

        /// <summary>Runs the action whenever this state is entered, in the order of
        /// configuration.</summary>
        public StateConfiguration OnEntry(Action entryAction)
        {
            ArgumentNullException.ThrowIfNull(entryAction);
            return OnEntry(_ => entryAction());
        }

        /// <summary>Runs the action whenever this state is entered, in the order of
        /// configuration.</summary>
        public StateConfiguration OnEntry(Action<Transition> entryAction)
        {
            ArgumentNullException.ThrowIfNull(entryAction);
            behaviour.AddEntry(entryAction);
            return this;
        }

        /// <summary>Runs the action whenever this state is left, in the order of
        /// configuration.</summary>
        public StateConfiguration OnExit(Action exitAction)
        {
            ArgumentNullException.ThrowIfNull(exitAction);
            return OnExit(_ => exitAction());
        }

        /// <summary>Runs the action whenever this state is left, in the order of
        /// configuration.</summary>
        public StateConfiguration OnExit(Action<Transition> exitAction)
        {
            ArgumentNullException.ThrowIfNull(exitAction);
            behaviour.AddExit(exitAction);
            return this;
        }
    }
}
