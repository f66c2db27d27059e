// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Bench;

/// <summary>The middle of several rounds: one that was disturbed does not count.</summary>
static class Median
{
    /// <summary>At least five, and an odd number.</summary>
    public const int Rounds = 7;

    public static double Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
