// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Search;

/// <summary>Tries one call after the other in every way; wherever its target is.</summary>
public interface IFaultMatrix : IDisposable
{
    /// <summary>Commands executed and judged so far.</summary>
    long Executed { get; }

    /// <summary>
    /// All cells of one call. When it fails without a fault there is one, which says so.
    /// </summary>
    CallCells Of(EntryCall call);
}
