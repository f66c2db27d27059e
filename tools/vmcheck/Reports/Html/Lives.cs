// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Vmcheck;

/// <summary>A thing and the states in which it was there.</summary>
/// <param name="What">The thing; a thing that changes is another one.</param>
/// <param name="Born">The first state that has it.</param>
/// <param name="Died">The first state after it; <see cref="Lives{T}.Never"/>: none.</param>
readonly record struct Life<T>(T What, int Born, int Died);

/// <summary>
/// States told by what is in them, looked at in their order. What a state differs in from the one
/// before it is what was born and what died there, so the whole costs what changed, and a step back
/// as much as a step forward.
/// </summary>
sealed class Lives<T>
    where T : notnull
{
    /// <summary>The end of what is there in the last state.</summary>
    public const int Never = -1;

    readonly List<Life<T>> all = [];
    readonly Dictionary<T, int> present = [];
    readonly HashSet<T> seen = [];

    /// <summary>By birth; in one state as they were looked at.</summary>
    public IReadOnlyList<Life<T>> All => all;

    /// <summary>Notes what a state holds; equal things count as one.</summary>
    public void Look(int state, IEnumerable<T> now)
    {
        seen.Clear();
        foreach (T one in now)
        {
            if (seen.Add(one) && present.TryAdd(one, all.Count))
            {
                all.Add(new Life<T>(one, state, Never));
            }
        }

        if (present.Count == seen.Count)
        {
            return;
        }

        foreach (T gone in present.Keys.Where(one => !seen.Contains(one)).ToArray())
        {
            int place = present[gone];
            all[place] = all[place] with { Died = state };
            present.Remove(gone);
        }
    }
}
