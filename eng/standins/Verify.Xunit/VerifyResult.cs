// SPDX-License-Identifier: GPL-2.0-only
#pragma warning disable CA1032, CA1064 // Made in one place, caught by nobody by name.
namespace VerifyTests;

/// <summary>A comparison that found no difference, or accepted it.</summary>
public class VerifyResult
{
    readonly string verified;

    internal VerifyResult(string verified) => this.verified = verified;

    /// <summary>The verified files, one here.</summary>
    public IEnumerable<string> Files => [verified];

    /// <summary>What the verified file holds.</summary>
    public string Text => File.ReadAllText(verified);
}

/// <summary>The text is not the accepted one; the message names both files and shows both
/// texts.</summary>
sealed class VerifyException(string message) : Exception(message);
