// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

public enum OutcomeKind : byte
{
    /// <summary>Nothing to return.</summary>
    Void,

    /// <summary>An address or frame-carrying pointer; Value 0 is NULL.</summary>
    Pointer,

    /// <summary>A number: bytes, pages, or a negative errno (two's complement).</summary>
    Number,

    /// <summary>A page (frame number in Value), for <c>vmalloc_to_page</c>.</summary>
    Page,

    /// <summary>No page, no area: the NULL of a function that does not return an address.</summary>
    NoPage,

    /// <summary>A load or store found no translation.</summary>
    PageFault,

    /// <summary>A BUG_ON fired, or the kernel would have followed a wild pointer.</summary>
    Bug,

    /// <summary>The target does not know this command.</summary>
    Unsupported,

    /// <summary>No return: its process crashed, ended, hung or grew too large.</summary>
    Died,
}

/// <summary>
/// What a call returned. Extra carries the second number of <c>map_vm_area</c> (how far the page
/// pointer moved) and of <c>vmalloc_usage</c> (the largest chunk, bytes). Bug names the function of
/// a BUG, or says how a process died.
/// </summary>
public readonly record struct Outcome(
    OutcomeKind Kind, ulong Value = 0, ulong Extra = 0, string? Bug = null)
{
    public static readonly Outcome Void;

    public static Outcome Pointer(ulong address) => new(OutcomeKind.Pointer, address);

    public static Outcome Number(long number, ulong extra = 0) =>
        new(OutcomeKind.Number, unchecked((ulong)number), extra);

    /// <summary>After it only a fresh boot may follow.</summary>
    public bool IsFatal => Kind is OutcomeKind.Bug or OutcomeKind.Died;

    public bool IsNull => Kind == OutcomeKind.Pointer && Value == 0;

    public long Signed => unchecked((long)Value);
}
