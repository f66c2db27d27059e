// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

/// <summary>What a target can report; a law names what it needs.</summary>
[Flags]
public enum Observations
{
    None = 0,

    /// <summary>Events of areas, translations and frames, in order.</summary>
    Events = 1,

    /// <summary>TLB contents of every CPU.</summary>
    Tlb = 2,

    /// <summary>What is stored in a frame.</summary>
    Contents = 4,

    /// <summary>Slab objects by identity.</summary>
    Objects = 8,

    /// <summary>kmemleak registrations and scans.</summary>
    Kmemleak = 16,

    /// <summary>vmap_lazy_nr and its kin.</summary>
    Counters = 32,

    /// <summary>Locks taken and dropped.</summary>
    Locks = 64,

    /// <summary>gfp and node of every allocation.</summary>
    Gfp = 128,

    /// <summary>The text of /proc/vmallocinfo.</summary>
    Text = 256,

    /// <summary>What another task sees that reads the list in the middle of a call.</summary>
    Readings = 512,

    All = 1023,
}

/// <summary>
/// A target that is itself built on a state machine, and tells where that has been.
/// </summary>
public interface IStateMachine
{
    /// <summary>Every transition the machine permits, and how often it was made so far.</summary>
    IEnumerable<(string Transition, long Times)> Transitions { get; }
}

/// <summary>
/// An implementation of vmalloc under test. Deterministic: same calls, same steps.
/// </summary>
public interface ITarget
{
    /// <summary>A word for people: "model", "linux-6.12".</summary>
    string Name { get; }

    /// <summary>The facts this target claims about itself.</summary>
    Profile Profile { get; }

    Observations Observes { get; }

    /// <summary>Forgets everything and starts on a fresh machine.</summary>
    void Boot(Machine machine);

    /// <summary>
    /// What the last boot did, in order: it takes over the areas registered before; none for most
    /// machines.
    /// </summary>
    ReadOnlySpan<Event> Booted => default;

    /// <summary>
    /// Executes <c>step.Call</c> and fills the rest of the step. A BUG_ON is an outcome, after
    /// which only <see cref="Boot"/> may follow.
    /// </summary>
    void Execute(Step step);

    /// <summary>Walks the target's own structures; changes nothing.</summary>
    void Walk(Picture picture);

    /// <summary>
    /// A tag of what frame holds: 0 all zero, 1 to 255 that byte throughout, else a digest.
    /// </summary>
    ulong Content(int frame);
}
