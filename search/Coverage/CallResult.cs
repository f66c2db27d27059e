// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>How a call went, as far as coverage is concerned.</summary>
public enum CallResult : byte
{
    Done,

    /// <summary>NULL: no address, no page, no area.</summary>
    Null,

    /// <summary>A negative errno.</summary>
    Error,
    PageFault,

    /// <summary>A BUG, or a death.</summary>
    Bug,
    Unsupported,
}

static class CallResults
{
    public static CallResult Of(in Outcome outcome) => outcome.Kind switch
    {
        OutcomeKind.Void or OutcomeKind.Page => CallResult.Done,
        OutcomeKind.Pointer => outcome.Value == 0 ? CallResult.Null : CallResult.Done,
        OutcomeKind.Number => outcome.Signed < 0 ? CallResult.Error : CallResult.Done,
        OutcomeKind.NoPage => CallResult.Null,
        OutcomeKind.PageFault => CallResult.PageFault,
        OutcomeKind.Bug or OutcomeKind.Died => CallResult.Bug,
        OutcomeKind.Unsupported => CallResult.Unsupported,
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };
}
