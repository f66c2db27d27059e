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
    Bug,
    Unsupported,
}

/// <summary>
/// Which commands ran with which results, which faults were armed and which fired. What was never
/// seen was not tested, and <see cref="NotExercised"/> says so.
/// </summary>
public sealed class Coverage
{
    const int Results = (int)CallResult.Unsupported + 1;
    const int Sites = (int)FaultSite.Any + 1;

    readonly long[] results = new long[Signature.All.Count * Results];
    readonly long[] armed = new long[Sites];
    readonly long[] fired = new long[Sites];

    /// <summary>Counts an executed step.</summary>
    public void Add(Step step)
    {
        results[((int)step.Call.Kind * Results) + (int)Of(step.Outcome)]++;
        if (step.Call.Fault.IsArmed)
        {
            armed[(int)step.Call.Fault.Site]++;
            fired[(int)step.Call.Fault.Site] += step.FaultFired ? 1 : 0;
        }
    }

    public void Add(Coverage other)
    {
        Sum(results, other.results);
        Sum(armed, other.armed);
        Sum(fired, other.fired);
    }

    public long Of(CommandKind kind, CallResult result) =>
        results[((int)kind * Results) + (int)result];

    public long Of(CommandKind kind)
    {
        long sum = 0;
        for (int result = 0; result < Results; result++)
        {
            sum += Of(kind, (CallResult)result);
        }

        return sum;
    }

    /// <summary>
    /// Commands with a fault armed at a site, and those in which it made one fail.
    /// </summary>
    public (long Armed, long Fired) Of(FaultSite site) => (armed[(int)site], fired[(int)site]);

    /// <summary>
    /// What an era has and no step showed: a command that never ran, never succeeded or, when it
    /// makes something, never failed; a fault site that was never hit.
    /// </summary>
    public IEnumerable<string> NotExercised(Era era)
    {
        foreach (Signature row in Signature.All.Where(row => row.Since <= era))
        {
            bool makes = row.Product is not (Product.Nothing or Product.Frames);
            if (Of(row.Kind) == 0)
            {
                yield return row.Name;
            }
            else if (Of(row.Kind, CallResult.Done) == 0)
            {
                yield return $"{row.Name} that succeeds";
            }
            else if (makes && Of(row.Kind, CallResult.Null) == 0)
            {
                yield return $"{row.Name} that fails";
            }
        }

        for (FaultSite site = FaultSite.Slab; site <= FaultSite.Any; site++)
        {
            if (Of(site).Fired == 0)
            {
                yield return $"a fault at site {TraceWords.Of(site)}";
            }
        }
    }

    static CallResult Of(in Outcome outcome) => outcome.Kind switch
    {
        OutcomeKind.Void or OutcomeKind.Page => CallResult.Done,
        OutcomeKind.Pointer => outcome.Value == 0 ? CallResult.Null : CallResult.Done,
        OutcomeKind.Number => outcome.Signed < 0 ? CallResult.Error : CallResult.Done,
        OutcomeKind.NoPage => CallResult.Null,
        OutcomeKind.PageFault => CallResult.PageFault,
        OutcomeKind.Bug => CallResult.Bug,
        OutcomeKind.Unsupported => CallResult.Unsupported,
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    static void Sum(long[] into, long[] from)
    {
        for (int i = 0; i < into.Length; i++)
        {
            into[i] += from[i];
        }
    }
}
