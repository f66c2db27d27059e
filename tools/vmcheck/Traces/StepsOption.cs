// SPDX-License-Identifier: GPL-2.0-only
using System.CommandLine;
using System.Globalization;

namespace Verification.Vmcheck;

/// <summary>`--steps`: which part of a long trace is told.</summary>
static class StepsOption
{
    /// <summary>First and last step, counted from 1; null when it is left out.</summary>
    public static Option<(int First, int Last)?> Create() => new("--steps")
    {
        Description = "Tells only these, such as 40-50, 40- to the end, or 40 alone; the others are "
            + "run all the same.",
        HelpName = "FROM-TO",
        CustomParser = static result =>
        {
            string text = result.Tokens[0].Value;
            string[] ends = text.Split('-');
            int last = int.MaxValue;
            if (ends.Length <= 2
                && int.TryParse(ends[0], NumberStyles.None, null, out int first)
                && (ends is [_, ""] || int.TryParse(ends[^1], NumberStyles.None, null, out last))
                && first >= 1 && first <= last)
            {
                return (first, last);
            }

            result.AddError($"--steps {text}: expected two numbers from 1 on, such as 40-50");
            return null;
        },
    };
}
