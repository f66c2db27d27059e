// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Properties;

/// <summary>
/// The model with one answer changed: what is asked of it before a call, or what it says after.
/// </summary>
sealed class OtherAnswers(Action<Call> before, Action<Step> after) : ITarget
{
    readonly Model.Model model = new(Era.V2632, DefectMode.Fixed);

    public string Name => "other answers";

    public Profile Profile { get; init; } = Profile.Of(Era.V2632, DefectMode.Fixed);

    public Observations Observes { get; init; } = Observations.All;

    /// <summary>Added to what every frame is said to hold.</summary>
    public ulong Dirt { get; init; }

    public ReadOnlySpan<Event> Booted => model.Booted;

    public void Boot(Machine machine) => model.Boot(machine);

    public void Execute(Step step)
    {
        Call call = step.Call;
        var asked = (call.Kind, call.Address, call.Size, call.Align, call.Flags, call.Start,
            call.Prot, call.Fault);
        before(call);
        model.Execute(step);
        (call.Kind, call.Address, call.Size, call.Align, call.Flags, call.Start, call.Prot,
            call.Fault) = asked;
        after(step);
    }

    public void Walk(Picture picture) => model.Walk(picture);

    public ulong Content(int frame) => model.Content(frame) + Dirt;
}
