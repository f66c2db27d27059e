// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Search;

/// <summary>The ways in which a call is put to the test.</summary>
public enum CellMode : byte
{
    /// <summary>Without a fault: it has to succeed.</summary>
    Faultless,

    /// <summary>One visit fails.</summary>
    Once,

    /// <summary>A visit and all later ones of its kind fail.</summary>
    ToTheEnd,

    /// <summary>A visit and every second later one of its kind fail.</summary>
    EverySecond,

    /// <summary>Two visits fail.</summary>
    Pair,

    /// <summary>The visit behind the last one is to fail: there must be none.</summary>
    Beyond,

    /// <summary>No hole, and nothing is lazy: the call is refused.</summary>
    NothingLazy,

    /// <summary>No hole, but lazy areas whose purge makes one: the call succeeds.</summary>
    LazyMakesRoom,

    /// <summary>No hole, and none after lazy areas were purged: the call is refused.</summary>
    LazyInVain,
}

/// <summary>How reports call them.</summary>
public static class CellModes
{
    static readonly string[] words =
    [
        "faultless", "once", "to the end", "every second", "pair", "beyond the last",
        "nothing lazy", "lazy makes room", "lazy in vain",
    ];

    public static string Of(CellMode mode) => words[(int)mode];
}
