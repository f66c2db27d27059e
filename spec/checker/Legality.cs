// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

/// <summary>How a call stands with the rules its caller has to keep.</summary>
public enum Legality : byte
{
    /// <summary>A correct caller may make it.</summary>
    Legal,

    /// <summary>A mistake that has to be noticed: it warns and changes nothing.</summary>
    Illegal,

    /// <summary>
    /// It finds nothing to do, silently: freeing NULL, removing what is not there.
    /// </summary>
    NoEffect,

    /// <summary>
    /// The caller broke a duty that nothing checks: anything may happen, so it is not made.
    /// </summary>
    Undefined,

    /// <summary>A mistake that a BUG_ON notices: the kernel ends there.</summary>
    Forbidden,
}
