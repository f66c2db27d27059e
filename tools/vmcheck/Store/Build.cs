// SPDX-License-Identifier: GPL-2.0-only
using System.Security.Cryptography;
using Verification.Search;
using Verification.Spec;
using Verification.Targets;

namespace Verification.Vmcheck;

/// <summary>
/// What a campaign is run by. Another build draws other traces, or judges them otherwise: it cannot
/// go on with what one began.
/// </summary>
static class Build
{
    /// <summary>A word that changes with vmcheck itself, whatever the target.</summary>
    public static string OfSuite { get; } = string.Join('-', new[]
    {
        typeof(Law), typeof(Campaign), typeof(Model.Model), typeof(KernelSource), typeof(Build),
    }.Select(static known => Short(known.Module.ModuleVersionId.ToByteArray())));

    /// <summary>A word that changes with vmcheck, and with a library.</summary>
    public static string Of(CheckedTarget target) => target.Library is { } library
        ? $"{OfSuite}-{Short(SHA256.HashData(File.ReadAllBytes(library.Path)))}" : OfSuite;

    static string Short(byte[] bytes) => Convert.ToHexStringLower(bytes.AsSpan(0, 8));
}
