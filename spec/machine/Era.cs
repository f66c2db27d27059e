// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

/// <summary>A version of <c>mm/vmalloc.c</c> whose behaviour differs in kind.</summary>
public enum Era
{
    /// <summary>Translations stay until the purge (2.6.28 to 2.6.36).</summary>
    V2632,

    /// <summary>
    /// Translations are cleared at free, TLBs flushed at the purge (to 2.6.38).
    /// </summary>
    V2637,

    /// <summary>
    /// The search for addresses goes on where it ended; a hole that fits exactly does not fit.
    /// </summary>
    V2639,

    /// <summary>The same search, mended, and without a gap between areas.</summary>
    V30,

    /// <summary>
    /// A tree of free ranges, huge pages, vfree in interrupt context (5.13 to 6.8).
    /// </summary>
    V61,

    /// <summary>Areas in sets by address (since 6.9).</summary>
    V612,
}

/// <summary>Which eras there are.</summary>
public static class Eras
{
    /// <summary>Those that the model knows; the others are those of real code.</summary>
    public static IReadOnlyList<Era> Modelled { get; } =
        [Era.V2632, Era.V2637, Era.V2639, Era.V30];

    /// <summary>A version that stands for the era.</summary>
    public static string Name(Era era) => TraceWords.Eras[(int)era];
}

/// <summary>What a model does where the era has a defect.</summary>
public enum DefectMode
{
    /// <summary>As the code should be: an illegal call warns and changes nothing.</summary>
    Fixed,

    /// <summary>As the code was, defects included.</summary>
    Faithful,
}
