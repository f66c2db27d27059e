// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>
/// When calls that are drawn apart come in place of others: in most traces never. Their numbers
/// come from a stream of their own, so that a trace without them is what it would be if there were
/// none.
/// </summary>
sealed class CallsApart
{
    readonly int percent;
    Prng numbers;

    /// <param name="seed">That of the trace.</param>
    /// <param name="first">Names the stream; an era that lacks it has none of the calls.</param>
    /// <param name="era">The era of the trace.</param>
    public CallsApart(ulong seed, CommandKind first, Era era)
    {
        numbers = new(Prng.Derive(seed, (ulong)first));
        percent = Signature.Of(first).IsIn(era)
            ? numbers.Pick<byte>([0, 0, 0, 0, 0, 15, 15, 40]) : 0;
    }

    /// <summary>All that is drawn of such calls is drawn from here.</summary>
    public ref Prng Numbers => ref numbers;

    /// <summary>Whether one of them comes in place of a call.</summary>
    public bool Replace(CommandKind kind) =>
        percent != 0 && kind != CommandKind.Interrupt && numbers.Percent(percent);
}
