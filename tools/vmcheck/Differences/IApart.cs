// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;

namespace Verification.Vmcheck;

/// <summary>Two things told apart.</summary>
interface IApart
{
    /// <summary>They say the same, however they are written.</summary>
    bool IsSame { get; }

    /// <summary>
    /// What a reader is told, in order; details are what one may do without.
    /// </summary>
    IEnumerable<(bool IsDetail, TextLine Line)> Lines { get; }

    /// <summary>The same as one document.</summary>
    string Json { get; }
}
