// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Model;

/// <summary>Which transitions of the life cycle this model has made.</summary>
public sealed partial class Model : IStateMachine
{
    readonly long[,] made =
        new long[Enum.GetValues<AreaState>().Length, Enum.GetValues<AreaTrigger>().Length];

    /// <inheritdoc/>
    public IEnumerable<(string Transition, long Times)> Transitions =>
        from state in Enum.GetValues<AreaState>()
        from trigger in Enum.GetValues<AreaTrigger>()
        where LifeCycle.Permits(state, trigger) && HasCallFor(state, trigger)
        select ($"{state} --> {LifeCycle.Next(state, trigger)} : {trigger}",
            made[(int)state, (int)trigger]);

    /// <summary>Only __vmalloc_area, gone in 2.6.39, fills what was mapped before.</summary>
    bool HasCallFor(AreaState state, AreaTrigger trigger) =>
        era < Era.V2639 || (state, trigger) != (AreaState.Mapped, AreaTrigger.Count);

    void Advance(VmapArea va, AreaTrigger trigger)
    {
        made[(int)va.Life, (int)trigger]++;
        va.Life = LifeCycle.Next(va.Life, trigger);
    }
}
