// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Properties;

/// <summary>Behaves like another target, and cancels at the n-th boot.</summary>
sealed class Stopping(ITarget target, CancellationTokenSource stop, int after) : ITarget
{
    int boots;

    public string Name => target.Name;

    public Profile Profile => target.Profile;

    public Observations Observes => target.Observes;

    public ReadOnlySpan<Event> Booted => target.Booted;

    public void Boot(Machine machine)
    {
        target.Boot(machine);
        if (++boots == after)
        {
            stop.Cancel();
        }
    }

    public void Execute(Step step) => target.Execute(step);

    public void Walk(Picture picture) => target.Walk(picture);

    public ulong Content(int frame) => target.Content(frame);
}

/// <summary>Has a defect of the kind no law is about.</summary>
sealed class Throwing : ITarget
{
    public string Name => "throwing";

    public Profile Profile { get; } = Profile.Of(Era.V2632, DefectMode.Fixed);

    public Observations Observes => Observations.All;

    public void Boot(Machine machine) => throw new DivideByZeroException();

    public void Execute(Step step)
    {
    }

    public void Walk(Picture picture)
    {
    }

    public ulong Content(int frame) => 0;
}

/// <summary>Does nothing and shows nothing.</summary>
sealed class Mute : ITarget
{
    public string Name => "mute";

    public Profile Profile { get; } = Profile.Of(Era.V2632, DefectMode.Fixed);

    public Observations Observes => Observations.None;

    public void Boot(Machine machine)
    {
    }

    public void Execute(Step step)
    {
    }

    public void Walk(Picture picture)
    {
    }

    public ulong Content(int frame) => 0;
}

/// <summary>The model, but every vfree gives a page back twice and ends in a BUG.</summary>
sealed class Collapsing : ITarget
{
    readonly Model.Model model = new(Era.V2632, DefectMode.Fixed);

    public string Name => "collapsing";

    public Profile Profile => model.Profile;

    public Observations Observes => model.Observes;

    public ReadOnlySpan<Event> Booted => model.Booted;

    public void Boot(Machine machine) => model.Boot(machine);

    public void Execute(Step step)
    {
        model.Execute(step);
        if (step.Call.Kind == CommandKind.Vfree)
        {
            step.Add(EventKind.PageFree, 0, id: 7);
            step.Add(EventKind.PageFree, 0, id: 7);
            step.Outcome = new Outcome(OutcomeKind.Bug, Bug: "__free_page");
        }
    }

    public void Walk(Picture picture) => model.Walk(picture);

    public ulong Content(int frame) => model.Content(frame);
}
