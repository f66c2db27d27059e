// SPDX-License-Identifier: GPL-2.0-only
namespace VerifyTests;

/// <summary>What a comparer found.</summary>
public readonly struct CompareResult
{
    /// <summary>Without a message.</summary>
    public CompareResult(bool isEqual) => IsEqual = isEqual;

    CompareResult(string? message) => Message = message;

    /// <summary>The texts mean the same.</summary>
    public static CompareResult Equal => new(true);

    /// <summary>Whether the test passes.</summary>
    public bool IsEqual { get; }

    /// <summary>Stands in the failure in place of both texts; null: they stand there.</summary>
    public string? Message { get; }

    /// <summary>The texts differ; the message says how.</summary>
    public static CompareResult NotEqual(string? message = null) => new(message);
}

/// <summary>Compares texts that are not the same.</summary>
/// <param name="received">What the test produced, scrubbed.</param>
/// <param name="verified">What was accepted.</param>
/// <param name="context">Of the settings; always empty here.</param>
public delegate Task<CompareResult> StringCompare(
    string received, string verified, IReadOnlyDictionary<string, object> context);
