// SPDX-License-Identifier: GPL-2.0-only
using System.Security.Cryptography;
using Verification.Search;
using Verification.Spec;

namespace Verification.Vmcheck;

/// <summary>
/// What a campaign is run by. Another build draws other traces, or judges them otherwise: it cannot
/// go on with what one began.
/// </summary>
static class Build
{
    /// <summary>A word that changes with vmcheck, and with a library.</summary>
    public static string Of(CheckedTarget target) => string.Join('-',
    [
        .. new[] { typeof(Law), typeof(Campaign), typeof(Model.Model) }.Select(
            static known => Short(known.Module.ModuleVersionId.ToByteArray())),
        .. target.Library is { } library
            ? [Short(SHA256.HashData(File.ReadAllBytes(library.Path)))] : Array.Empty<string>(),
    ]);

    static string Short(byte[] bytes) => Convert.ToHexStringLower(bytes.AsSpan(0, 8));
}
