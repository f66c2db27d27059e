// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

/// <summary>
/// The states of subjects that a law speaks of. A subject is asked only by laws that name its
/// state, which costs nothing; what else a law is about, its <c>When</c> says.
/// </summary>
[Flags]
public enum Among : uint
{
    None = 0,

    /// <summary>Areas whose range was given back in this step.</summary>
    GoneAreas = 1 << 0,
    ReservedAreas = 1 << 1,

    /// <summary>Areas on vmlist that have no pages of their own.</summary>
    LiveRanges = 1 << 2,
    UnlinkedAreas = 1 << 3,

    /// <summary>Freed areas that wait for the purge.</summary>
    LazyAreas = 1 << 4,

    /// <summary>
    /// Areas on vmlist that hold memory: blocks, and the nested arrays of blocks.
    /// </summary>
    LiveMemory = 1 << 5,

    /// <summary>Areas on vmlist.</summary>
    LiveAreas = LiveRanges | LiveMemory,

    /// <summary>Areas whose range is taken, freed or not.</summary>
    StandingAreas = ReservedAreas | LiveAreas | UnlinkedAreas | LazyAreas,

    FreeFrames = 1 << 6,
    OwnedFrames = 1 << 7,

    /// <summary>Frames taken twice, or given back twice.</summary>
    OddFrames = 1 << 8,

    /// <summary>Pages with neither a translation nor an entry in a TLB.</summary>
    EmptyPages = 1 << 9,

    /// <summary>Pages with a translation that no TLB holds.</summary>
    UnusedPages = 1 << 10,

    /// <summary>Pages without a translation that a TLB still remembers.</summary>
    RememberedPages = 1 << 11,

    /// <summary>Pages with a translation that a TLB holds.</summary>
    UsedPages = 1 << 12,

    PresentPages = UnusedPages | UsedPages,
    PagesInTlbs = RememberedPages | UsedPages,

    /// <summary>Legal calls that returned a range.</summary>
    MadeCalls = 1 << 13,

    /// <summary>Legal calls that returned NULL.</summary>
    FailedCalls = 1 << 14,

    /// <summary>Legal calls that return something else, or nothing.</summary>
    OtherCalls = 1 << 15,

    LegalCalls = MadeCalls | FailedCalls | OtherCalls,

    /// <summary>Frees of what is not there, or of another kind.</summary>
    IllegalCalls = 1 << 16,

    /// <summary>Frees that have nothing to do, such as vfree(NULL).</summary>
    IdleCalls = 1 << 17,

    /// <summary>Calls that a BUG_ON ends; only a law that names them speaks of them.</summary>
    ForbiddenCalls = 1 << 18,

    All = GoneAreas | StandingAreas | FreeFrames | OwnedFrames | OddFrames | EmptyPages
        | RememberedPages | PresentPages | LegalCalls | IllegalCalls | IdleCalls,
}
