// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>
/// Draws in which calls of a trace another task reads the list, and when. The numbers come from a
/// stream of their own, so that traces without them are what they would be if there were none.
/// </summary>
sealed class Readings
{
    readonly int percent;
    Prng prng;

    public Readings(ulong seed)
    {
        prng = new(Prng.Derive(seed, (ulong)EventKind.ListRead << 32));
        percent = prng.Pick<byte>([0, 0, 0, 0, 0, 0, 0, 10]);
    }

    /// <summary>Mostly none.</summary>
    public Reading Any()
    {
        if (percent == 0 || !prng.Percent(percent))
        {
            return Reading.None;
        }

        FaultSite site = prng.Pick(
            [FaultSite.Slab, FaultSite.Page, FaultSite.Table, FaultSite.Table, FaultSite.Any]);
        bool isFar = prng.Below(4) == 0;
        return new(site, site == FaultSite.Table ? prng.Below(2) : prng.Below(isFar ? 16 : 3));
    }
}
