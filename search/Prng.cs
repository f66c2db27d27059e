// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Search;

/// <summary>
/// SplitMix64: one 64-bit word of state, every seed a good one, the same numbers everywhere.
/// A mutable struct: keep it in a field, pass it by reference.
/// </summary>
public struct Prng(ulong seed)
{
    ulong state = seed;

    public ulong Next()
    {
        unchecked
        {
            state += 0x9e37_79b9_7f4a_7c15;
            ulong mixed = (state ^ (state >> 30)) * 0xbf58_476d_1ce4_e5b9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94d0_49bb_1331_11eb;
            return mixed ^ (mixed >> 31);
        }
    }

    /// <summary>0 to <paramref name="bound"/> - 1; bound at least 1.</summary>
    public int Below(int bound) => unchecked((int)(((Next() >> 32) * (uint)bound) >> 32));

    /// <summary>True in this many of 100 cases.</summary>
    public bool Percent(int percent) => Below(100) < percent;

    public T Pick<T>(ReadOnlySpan<T> values) => values[Below(values.Length)];

    /// <summary>
    /// The seed of trace <paramref name="number"/> of a hunt: unlike its neighbours'.
    /// </summary>
    public static ulong Derive(ulong seed, ulong number) =>
        new Prng(unchecked(new Prng(seed).Next() + number)).Next();
}
