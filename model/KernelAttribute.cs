// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Model;

/// <summary>
/// Says which kernel function a member ports, and which steps of the walkthrough it covers. Tests
/// hold both directions: every step is covered, every step named exists.
/// </summary>
[AttributeUsage(
    AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Field,
    AllowMultiple = true)]
public sealed class KernelAttribute(string function, params string[] steps) : Attribute
{
    /// <summary>The C name.</summary>
    public string Function { get; } = function;

    /// <summary>Ids of steps in <c>model/walkthrough.md</c>.</summary>
    public IReadOnlyList<string> Steps { get; } = steps;
}
