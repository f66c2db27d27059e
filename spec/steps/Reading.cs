// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

/// <summary>
/// Another task reads /proc/vmallocinfo in the middle of a command: just before the visit of that
/// number, counted from 0 as a fault's is, whether it fails or not.
/// </summary>
public readonly record struct Reading(FaultSite Site, int Index)
{
    public static readonly Reading None;

    public bool IsArmed => Site != FaultSite.None;
}
