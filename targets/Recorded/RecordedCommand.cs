// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Targets;

/// <summary>Consecutive frames of a page-pointer array, or (First -1) one NULL entry.</summary>
readonly record struct FrameRun(int First, int Count);

/// <summary>
/// A recorded command, ready to be called: it gives addresses and frames outright, so no operand
/// of <see cref="Command"/> is used.
/// </summary>
public sealed record RecordedCommand
{
    /// <summary>As recorded, faults included.</summary>
    public required string Text { get; init; }

    /// <summary>Null for <c>boot</c> and <c>cpu</c>, and for what is out of reach.</summary>
    public Command? Command { get; init; }

    /// <summary>Why no target can be asked this yet; null when one can.</summary>
    public string? OutOfReach { get; init; }

    /// <summary>The CPU that runs what follows; -1 in any command but <c>cpu</c>.</summary>
    public int Cpu { get; init; } = -1;

    internal ulong Address { get; init; }

    internal ulong Start { get; init; }

    internal ulong End { get; init; }

    internal IReadOnlyList<FrameRun> Pages { get; init; } = [];

    /// <summary>Fills a call with absolute addresses and frames.</summary>
    public void Fill(Call call, int cpu)
    {
        call.Take(Command!);
        call.Cpu = cpu;
        call.Address = Address;
        call.Start = Start;
        call.End = End;
        foreach (FrameRun run in Pages)
        {
            for (int i = 0; i < run.Count; i++)
            {
                call.AddPage(run.First < 0 ? -1 : run.First + i);
            }
        }
    }
}
