// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>
/// Where areas end whose end the kernel let run past 2^64: it is below their start, or 0.
/// </summary>
public static class AreaEnd
{
    /// <summary>The first address behind an area; the last there is, of one that wraps.</summary>
    public static ulong Of(VmapEntry area) => area.End < area.Start ? ulong.MaxValue : area.End;
}
