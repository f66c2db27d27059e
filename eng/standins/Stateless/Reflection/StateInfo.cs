// SPDX-License-Identifier: GPL-2.0-only
namespace Stateless.Reflection;

/// <summary>One state and what it does at each trigger.</summary>
public class StateInfo
{
    internal StateInfo(object state) => UnderlyingState = state;

    /// <summary>The state itself.</summary>
    public object UnderlyingState { get; }

    /// <summary>The transitions out of this state, re-entries among them; ignored triggers are
    /// not.</summary>
    public IEnumerable<TransitionInfo> Transitions => FixedTransitions;

    /// <summary>The transitions out of this state whose destination is known.</summary>
    public IEnumerable<FixedTransitionInfo> FixedTransitions { get; internal set; } = [];

    /// <summary>The triggers that this state accepts without a transition.</summary>
    public IEnumerable<IgnoredTransitionInfo> IgnoredTriggers { get; internal set; } = [];

    /// <summary>The state's own text.</summary>
    public override string ToString() => UnderlyingState.ToString() ?? "<null>";
}
