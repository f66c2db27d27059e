// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>
/// What is made to go wrong in a call: a fault, two at once, or addresses that run short because
/// other areas take them. In pages without guard: Filler stays while the call is made, Lazy was
/// freed just before it and waits for the purge; 0: there is none.
/// </summary>
public readonly record struct Trouble(
    Fault Fault = default, Fault Also = default, ulong Filler = 0, ulong Lazy = 0)
{
    /// <summary>Nothing is armed and nothing runs short.</summary>
    public static readonly Trouble None;

    /// <summary>
    /// The same once more. Tables that were made before the one that failed are there now, so that
    /// it is the first one asked for.
    /// </summary>
    internal Trouble Again => this with { Fault = AgainOf(Fault), Also = AgainOf(Also) };

    static Fault AgainOf(Fault fault) =>
        fault.Site == FaultSite.Table ? fault with { Index = 0 } : fault;
}
