// SPDX-License-Identifier: GPL-2.0-only
using System.Numerics;
using System.Runtime.InteropServices;
using Verification.Spec;

namespace Verification.Search;

/// <summary>
/// The situations a run has been in, told apart as coarsely as a person would: what was called, how
/// it went, how many areas were live and pages lazy then, and how much of its block a part was. How
/// many were seen only once tells how many there are still to see.
/// </summary>
public sealed class AbstractStates
{
    readonly Dictionary<ulong, long> times = [];
    long steps;

    /// <summary>Different states seen.</summary>
    public int Seen => times.Count;

    /// <summary>
    /// New states that so many further commands will show, by Good and Turing: the chance that the
    /// next step shows a new one is the share of steps whose state was seen only once. An upper
    /// estimate where more commands are asked about than were run.
    /// </summary>
    public double ExpectedNew(long commands) =>
        steps == 0 ? commands
            : (double)times.Values.Count(static count => count == 1) / steps * commands;

    /// <summary>Counts a judged step.</summary>
    public void Add(Ledger ledger, Step step)
    {
        steps++;
        CollectionsMarshal.GetValueRefOrAddDefault(times, Of(ledger, step), out _)++;
    }

    /// <summary>Adds everything to <paramref name="sum"/> and begins anew.</summary>
    public void MoveTo(AbstractStates sum)
    {
        AddTo(sum);
        steps = 0;
        times.Clear();
    }

    /// <summary>Adds everything to <paramref name="sum"/>.</summary>
    public void AddTo(AbstractStates sum)
    {
        sum.steps += steps;
        foreach ((ulong state, long count) in times)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(sum.times, state, out _) += count;
        }
    }

    /// <summary>Writes everything for <see cref="Add(BinaryReader)"/> and begins anew.</summary>
    public void MoveTo(BinaryWriter output)
    {
        Write(output);
        steps = 0;
        times.Clear();
    }

    /// <summary>Writes everything for <see cref="Add(BinaryReader)"/>.</summary>
    public void Write(BinaryWriter output)
    {
        output.Write(steps);
        output.Write(times.Count);
        foreach ((ulong state, long count) in times)
        {
            output.Write(state);
            output.Write(count);
        }
    }

    /// <summary>Adds what another process wrote.</summary>
    public void Add(BinaryReader input)
    {
        steps += input.ReadInt64();
        for (int left = input.ReadInt32(); left > 0; left--)
        {
            ulong state = input.ReadUInt64();
            CollectionsMarshal.GetValueRefOrAddDefault(times, state, out _) += input.ReadInt64();
        }
    }

    static ulong Of(Ledger ledger, Step step)
    {
        Call call = step.Call;
        Tally tally = ledger.Tally;
        ulong state = (ulong)call.Kind;
        Append(ref state, (int)CallResults.Of(step.Outcome), 3);
        Append(ref state, (int)ledger.Legality, 3);
        Append(ref state, step.FaultFired ? (int)call.Fault.Site : 0, 3);
        Append(ref state, Math.Min(32 - BitOperations.LeadingZeroCount((uint)ledger.LiveAreas), 5), 3);
        Append(ref state, ShareOf(ledger.LazyPages, (ulong)ledger.Machine.LazyMax), 2);
        Append(ref state, ledger.InInterrupt);
        Append(ref state, ledger.KmemleakEnabled);
        Append(ref state, ledger.Result?.Nested is not null);
        Append(ref state, tally.Purges > 0);
        Append(ref state, tally.NoVaSpace > 0);
        Append(ref state, tally.Abandoned > 0);
        Append(ref state, tally.Warnings > 0);
        Append(ref state, RamOutcomes.OfMap(ledger, step) + 1, 3);
        Append(ref state, RamOutcomes.OfUnmap(ledger, step) + 1, 3);
        return state;
    }

    static void Append(ref ulong state, int value, int bits) =>
        state = (state << bits) | (uint)value;

    static void Append(ref ulong state, bool value) => Append(ref state, value ? 1 : 0, 1);

    /// <summary>Nothing, up to half, up to all, more.</summary>
    static int ShareOf(ulong part, ulong whole) =>
        part == 0 ? 0 : 2 * part <= whole ? 1 : part <= whole ? 2 : 3;
}
