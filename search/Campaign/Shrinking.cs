// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>Shrinks a trace that breaks a law, looking at no other law.</summary>
public static class Shrinking
{
    static readonly TimeSpan time = TimeSpan.FromSeconds(2);

    /// <summary>Null when the trace does not break the law. Bounded by runs, and by 2 s.</summary>
    public static Shrunk? Of(Trace trace, Law law, ITarget target)
    {
        Checker checker = new(target, [law]);
        Shrinker shrinker = new(candidate => checker.Run(candidate) is { } violation
            ? new Symptom(violation.Class, violation.StepIndex) : null)
        {
            MaxTime = time,
        };
        return shrinker.Shrink(trace);
    }
}
