// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>All that a step did, down to each address and frame: equal texts, equal steps.</summary>
public static class StepText
{
    /// <summary>
    /// A line for the outcome, one for each event with all its fields, then counters, text and
    /// bytes; without an end.
    /// </summary>
    public static string Of(Step step)
    {
        ArgumentNullException.ThrowIfNull(step);
        Outcome outcome = step.Outcome;
        List<string> lines =
        [
            $"0x{step.Call.Address:x} -> {outcome.Kind} 0x{outcome.Value:x} {outcome.Extra} "
                + outcome.Bug,
        ];
        foreach (Event one in step.Events)
        {
            lines.Add($"{one.Kind} {one.Detail} {one.Id} {one.Node} 0x{(uint)one.Gfp:x} "
                + $"0x{one.Address:x} 0x{one.End:x} {one.Bytes}");
        }

        Counters counters = step.Counters;
        lines.Add($"lazy {counters.LazyPages}, pages {counters.PagesInUse}, rcu "
            + $"{counters.RcuPending}, tables {counters.Tables}");
        if (step.Text.Length > 0)
        {
            lines.Add($"{step.Text}".TrimEnd('\n'));
        }

        if (step.Bytes.Count > 0)
        {
            lines.Add(string.Join(", ", step.Bytes));
        }

        return string.Join('\n', lines);
    }
}
