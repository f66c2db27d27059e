// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

/// <summary>
/// The facts a target claims. A law asks the profile, never the version: a target with other facts
/// is judged by other numbers, or by fewer laws.
/// </summary>
public sealed record Profile
{
    /// <summary>The version these facts belong to, as printed.</summary>
    public required string Name { get; init; }

    public required Era Era { get; init; }

    /// <summary>How far the laws reach that the target wants to be held to.</summary>
    public Reach Reach { get; init; } = Reach.Linux2632;

    public required DefectMode Mode { get; init; }

    /// <summary>A freed range keeps its translations until the purge (B28).</summary>
    public required bool ClearsLazily { get; init; }

    /// <summary>TLBs are flushed at the purge, not at free.</summary>
    public bool FlushesLazily { get; init; } = true;

    /// <summary>Every area ends in a page that is never mapped.</summary>
    public bool HasGuardPage { get; init; } = true;

    /// <summary>
    /// Bytes that an area's end may lie above VMALLOC_END taken literally: 0 where the kernel
    /// compares the end itself, 1 where it compares the last byte.
    /// </summary>
    public ulong EndSlack { get; init; }

    /// <summary>
    /// Page tables may be allocated with GFP_KERNEL whatever the caller asked (B47).
    /// </summary>
    public bool TablesIgnoreGfp { get; init; }

    /// <summary>
    /// References kmemleak must find to a block: descriptor, vmap_area, and the user's.
    /// </summary>
    public int KmemleakMinCount { get; init; } = 3;

    /// <summary>The facts of the model of an era.</summary>
    public static Profile Of(Era era, DefectMode mode) => new()
    {
        Name = era == Era.V2632 ? "2.6.32" : "2.6.37",
        Era = era,
        Mode = mode,
        ClearsLazily = era == Era.V2632,
    };
}
