// SPDX-License-Identifier: GPL-2.0-only
using System.Collections.Concurrent;

namespace VerifyTests;

/// <summary>Settings of all comparisons; made before the first one.</summary>
public static class VerifierSettings
{
    static readonly ConcurrentDictionary<string, StringCompare> Comparers =
        new(StringComparer.Ordinal);

    static volatile bool hasRun;

    /// <summary>Compares texts of an extension, without its dot, where they are not the
    /// same.</summary>
    public static void RegisterStringComparer(string extension, StringCompare compare)
    {
        if (hasRun)
        {
            throw new InvalidOperationException(
                "The API should be called prior to any Verify has run. Usually in a "
                + "ModuleInitializer.");
        }

        Comparers[extension] = compare;
    }

    internal static Task<CompareResult> Compare(string extension, string received, string verified)
        => received != verified && Comparers.TryGetValue(extension, out var compare)
            ? compare(received, verified, new Dictionary<string, object>(StringComparer.Ordinal))
            : Task.FromResult(new CompareResult(received == verified));

    internal static void Start() => hasRun = true;
}
