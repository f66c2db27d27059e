// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

/// <summary>When a law has to hold.</summary>
public enum Mood : byte
{
    /// <summary>After every step, for every subject.</summary>
    Always,

    /// <summary>At least once in a run: a run that never shows it proves nothing.</summary>
    Sometimes,
}

/// <summary>How many targets a law binds.</summary>
public enum Reach : byte
{
    /// <summary>Every vmalloc.</summary>
    Any,

    /// <summary>Every Linux.</summary>
    Linux,

    /// <summary>Linux 2.6.32 and its neighbours, exactly.</summary>
    Linux2632,
}

/// <summary>
/// One predicate about one subject and its neighbours: a sentence that is true after every step.
/// </summary>
/// <param name="Name">The sentence without spaces.</param>
/// <param name="Says">The sentence a failure prints.</param>
/// <param name="From">The kernel function it comes from.</param>
public abstract record Law(string Name, string Says, string From)
{
    public Mood Mood { get; init; }

    /// <summary>Set by <see cref="Claim"/>, which lists the laws by reach.</summary>
    public Reach Reach { get; internal set; }

    /// <summary>What a target must report for the law to be checkable.</summary>
    public Observations Needs { get; init; } = Observations.Events;

    /// <summary>The profile fact the law rests on; null: it binds every profile.</summary>
    public Func<Profile, bool>? Binds { get; init; }

    /// <summary>The states of areas, frames, pages or calls that the law speaks of.</summary>
    public Among Among { get; init; } = Among.All;

    /// <summary>The entry points a law about calls speaks of; null: all of them.</summary>
    public IReadOnlyList<CommandKind>? About { get; init; }

    /// <summary>
    /// A law about calls speaks of those in which one of these happened; null: of all.
    /// </summary>
    public IReadOnlyList<EventKind>? Upon { get; init; }

    /// <summary>
    /// Ids of the steps in <c>model/walkthrough.md</c> whose neglect breaks it.
    /// </summary>
    public IReadOnlyList<string> Steps { get; init; } = [];

    /// <summary>Its number in <see cref="Claim"/>; counts and selections use it.</summary>
    public int Id { get; internal set; } = -1;

    /// <summary>The word for what it is about: area, frame, translation, table, call.</summary>
    public abstract string Subject { get; }

    /// <summary>Whether this target can be held to the law.</summary>
    public bool AppliesTo(ITarget target) => WhyNot(target) is null;

    /// <summary>
    /// Why this target cannot be held to the law, in a few words; null when it can.
    /// </summary>
    public string? WhyNot(ITarget target)
    {
        Observations missing = Needs & ~target.Observes;
        return missing != Observations.None ? $"needs {missing.ToString().ToLowerInvariant()}"
            : Reach > target.Profile.Reach ? "reaches further than the profile"
            : Binds is not null && !Binds(target.Profile) ? "the profile promises otherwise"
            : !IsAboutACallOf(target.Profile.Era) ? "no such call in this version"
            : null;
    }

    bool IsAboutACallOf(Era era) =>
        About is null || About.Any(kind => Signature.Of(kind).IsIn(era));
}

/// <summary>A law about subjects of one kind.</summary>
/// <param name="When">Which subjects it is about; null: all.</param>
/// <param name="Holds">The predicate.</param>
public sealed record Law<T>(
    string Name, string Says, string From, Func<Ledger, T, bool>? When,
    Func<Ledger, T, bool> Holds) : Law(Name, Says, From)
{
    /// <summary>
    /// What is to blame when it is broken, where that is not the subject itself; null: it is.
    /// </summary>
    public Func<Ledger, object?>? Blames { get; init; }

    public override string Subject => typeof(T).Name switch
    {
        nameof(Step) => "call",
        nameof(Mapped) => "translation",
        nameof(Linked) => "table",
        var name => name.ToLowerInvariant(),
    };
}

/// <summary>A page and its translation, as a subject.</summary>
/// <remarks>One instance serves a whole pass: laws read it and keep nothing.</remarks>
public sealed class Mapped
{
    /// <summary>A field, so that a law reads what it needs without copying the whole.</summary>
    public Translation Translation;

    public ulong Address { get; internal set; }
}

/// <summary>A page table and the first address it covers, as a subject.</summary>
public readonly record struct Linked(TableLevel Level, ulong Base);
