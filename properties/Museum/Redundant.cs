// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum;

/// <summary>Laws without which every exhibit is still caught, and why they stay.</summary>
public static class Redundant
{
    public static IReadOnlyDictionary<Law, string> Reasons { get; } = new Dictionary<Law, string>
    {
    };
}
