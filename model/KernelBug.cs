// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Model;

/// <summary>
/// A <c>BUG_ON</c> fired, or the kernel would have followed a wild pointer. The only exception the
/// model throws on purpose; it is caught at the model's door and becomes an outcome.
/// </summary>
public sealed class KernelBug : Exception
{
    public KernelBug(string function)
        : base($"BUG in {function}") => Function = function;

    /// <summary>The kernel function that stopped, by its C name.</summary>
    public string Function { get; }
}
