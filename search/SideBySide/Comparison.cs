// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>The first call that two targets answered otherwise than one another.</summary>
/// <param name="Step">Index of the command.</param>
/// <param name="Aspect">What differs.</param>
/// <param name="Answers">What each did in that.</param>
/// <param name="Told">What each returned, with its own addresses.</param>
public sealed record Divergence(
    int Step, string Aspect, (string Left, string Right) Answers, (string Left, string Right) Told);

/// <summary>
/// A trace on two targets, call by call, as far as the contract of a call fixes what it does.
/// </summary>
public sealed class Comparison
{
    readonly Trace trace;
    readonly Profile left;
    readonly Profile right;
    readonly HashSet<int> apart = [];
    readonly SortedDictionary<string, int> explained = new(StringComparer.Ordinal);
    readonly SortedDictionary<string, int> notCompared = new(StringComparer.Ordinal);
    bool contentsAreApart;

    Comparison(Trace trace, Profile left, Profile right) =>
        (this.trace, this.left, this.right) = (trace, left, right);

    /// <summary>Calls that both made and that were held against each other.</summary>
    public int Compared { get; private set; }

    /// <summary>Differences that a fact of the profiles explains, by its name.</summary>
    public IReadOnlyDictionary<string, int> Explained => explained;

    /// <summary>Calls that could not be compared, by reason.</summary>
    public IReadOnlyDictionary<string, int> NotCompared => notCompared;

    /// <summary>Null when there is none. What comes behind it was not compared.</summary>
    public Divergence? First { get; private set; }

    /// <summary>Runs a trace on one target, then on the other.</summary>
    public static Comparison Of(Trace trace, ITarget left, ITarget right)
    {
        Comparison comparison = new(
            trace, left.Profile.In(trace.Mode), right.Profile.In(trace.Mode));
        comparison.Compare(Witness.Watch(left, trace), Witness.Watch(right, trace));
        return comparison;
    }

    void Compare(Answer?[] one, Answer?[] other)
    {
        for (int step = 0; step < one.Length && First is null; step++)
        {
            if (ReasonAgainst(step, one[step], other[step]) is { } reason)
            {
                notCompared[reason] = notCompared.GetValueOrDefault(reason) + 1;
                Part(step, one[step], other[step]);
                continue;
            }

            Compare(step, one[step]!, other[step]!);
            if (one[step]!.IsHalfWay)
            {
                Part(step, one[step], other[step]);
            }
        }
    }

    /// <summary>
    /// What a call was about is no longer the same on both, rightly: it is not compared again.
    /// </summary>
    void Part(int step, Answer? one, Answer? other)
    {
        Command command = trace.Commands[step];
        apart.Add(command.Name);
        apart.UnionWith(one?.About ?? []);
        apart.UnionWith(other?.About ?? []);
        contentsAreApart |= command.Kind is CommandKind.Write or CommandKind.Vwrite;
    }

    string? ReasonAgainst(int step, Answer? one, Answer? other)
    {
        if (one is null || other is null)
        {
            Era since = trace.Commands[step].Signature.Since;
            return one is null && other is null ? "made by neither"
                : (one is null ? left : right).Era < since ? "newer than the era of one of them"
                : "made by one of them only";
        }

        return one.Meets is null || one.Meets != other.Meets || one.Legality != other.Legality
            ? "about places that a target chooses"
            : one.About.Any(apart.Contains) ? "about what was left behind by one of these"
            : one.IsHalfWay != other.IsHalfWay && !one.Died && !other.Died
                && one.Succeeded != other.Succeeded
                ? "memory or addresses ran out in one of them only" : null;
    }

    void Compare(int step, Answer one, Answer other)
    {
        Compared++;
        for (int i = 0; i < Aspect.All.Count; i++)
        {
            if (one.Aspects[i] is not { } said || other.Aspects[i] is not { } differently
                || said == differently || (contentsAreApart && Aspect.All[i] == Aspect.Bytes))
            {
                continue;
            }

            Aspect aspect = Aspect.All[i];
            if (ProfileFact.Behind((left, right), trace.Commands[step], aspect, one, other)
                is { } fact)
            {
                explained[fact.Name] = explained.GetValueOrDefault(fact.Name) + 1;
                return;
            }

            First = new(
                step, aspect.Name, (said, differently), (one.Told, other.Told));
            return;
        }
    }
}
