// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Properties;

/// <summary>A target that is not deterministic: a counter of it outlives the boot.</summary>
sealed class Forgetful(ITarget target) : ITarget
{
    int boots;

    public string Name => "forgetful";

    public Profile Profile => target.Profile;

    public Observations Observes => target.Observes;

    public ReadOnlySpan<Event> Booted => target.Booted;

    public void Boot(Machine machine)
    {
        boots++;
        target.Boot(machine);
    }

    public void Execute(Step step)
    {
        target.Execute(step);
        step.Counters = step.Counters with { RcuPending = step.Counters.RcuPending + boots };
    }

    public void Walk(Picture picture) => target.Walk(picture);

    public ulong Content(int frame) => target.Content(frame);
}
