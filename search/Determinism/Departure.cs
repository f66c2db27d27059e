// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Search;

/// <summary>The first step that two diaries of the same traces do not have in common.</summary>
/// <param name="Trace">Number of the trace in the plan, from 0.</param>
/// <param name="Step">Place among the commands made, from 0.</param>
/// <param name="Left">What one of them says; null: nothing any more.</param>
/// <param name="Right">What the other says.</param>
public sealed record Departure(int Trace, int Step, DiaryStep? Left, DiaryStep? Right)
{
    /// <summary>The call in which they part, as C.</summary>
    public string Statement => (Left ?? Right)!.Statement;
}
