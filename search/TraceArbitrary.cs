// SPDX-License-Identifier: GPL-2.0-only
using FsCheck;
using FsCheck.Fluent;
using Verification.Spec;

namespace Verification.Search;

/// <summary>
/// Traces for FsCheck. FsCheck draws a seed, the trace is a function of it: replaying FsCheck's
/// seed replays the trace.
/// </summary>
public static class TraceArbitrary
{
    /// <param name="minimise">
    /// The finished minimum of a failing trace, null when it passes. FsCheck shrinks greedily and
    /// without feedback, so this minimum is the one candidate it is offered, and it reports it.
    /// </param>
    public static Arbitrary<Trace> Of(
        IReadOnlyList<Machine> machines, IReadOnlyList<Era> eras, DefectMode mode, int length,
        Func<Trace, Trace?> minimise)
    {
        Gen<Trace> traces =
            from high in Gen.Choose(0, int.MaxValue)
            from low in Gen.Choose(0, int.MaxValue)
            from machine in Gen.Elements<Machine>(machines)
            from era in Gen.Elements<Era>(eras)
            select Generator.Draw(((ulong)high << 31) | (uint)low, machine, era, mode, length);
        Trace? minimum = null;
        return Arb.From(traces, Candidates);

        IEnumerable<Trace> Candidates(Trace trace)
        {
            if (ReferenceEquals(trace, minimum) || minimise(trace) is not { } found
                || found.Equals(trace))
            {
                return [];
            }

            minimum = found;
            return [found];
        }
    }
}
