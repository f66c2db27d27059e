// SPDX-License-Identifier: GPL-2.0-only
namespace Stateless.Reflection;

/// <summary>What one trigger does in one state.</summary>
public abstract class TransitionInfo
{
    private protected TransitionInfo(TriggerInfo trigger) => Trigger = trigger;

    /// <summary>The trigger that starts it.</summary>
    public TriggerInfo Trigger { get; }
}

/// <summary>A transition to a state known beforehand.</summary>
public class FixedTransitionInfo : TransitionInfo
{
    internal FixedTransitionInfo(TriggerInfo trigger, StateInfo destination)
        : base(trigger) => DestinationState = destination;

    /// <summary>The state entered.</summary>
    public StateInfo DestinationState { get; }
}

/// <summary>A trigger that is accepted and does nothing.</summary>
public class IgnoredTransitionInfo : TransitionInfo
{
    internal IgnoredTransitionInfo(TriggerInfo trigger)
        : base(trigger)
    {
    }
}

/// <summary>One trigger.</summary>
public class TriggerInfo
{
    internal TriggerInfo(object trigger) => UnderlyingTrigger = trigger;

    /// <summary>The trigger itself.</summary>
    public object UnderlyingTrigger { get; }

    /// <summary>The trigger's own text.</summary>
    public override string ToString() => UnderlyingTrigger.ToString() ?? "<null>";
}
