// SPDX-License-Identifier: GPL-2.0-only
using System.Runtime.CompilerServices;
using VerifyTests;

namespace VerifyXunit;

/// <summary>Compares a text with the file that was accepted for the running test.</summary>
/// <remarks>Stand-in for Verify.Xunit 31.12.5: text only; no diff tool is started, no path in a
/// text replaced.</remarks>
public static class Verifier
{
    /// <summary>Compares with <c>Type.Method.verified.txt</c> beside the source file of the
    /// test.</summary>
    public static SettingsTask Verify(
        string target, VerifySettings? settings = null, [CallerFilePath] string sourceFile = "") =>
        Compare(target.Length == 0 ? "emptyString" : target, "txt", settings, sourceFile);

    /// <summary>Compares with <c>Type.Method.verified.extension</c>; the package knows which are
    /// text.</summary>
    public static SettingsTask Verify(
        string target,
        string extension,
        VerifySettings? settings = null,
        [CallerFilePath] string sourceFile = "") =>
        Compare(target, extension, settings, sourceFile);

    static SettingsTask Compare(
        string target, string extension, VerifySettings? settings, string sourceFile) =>
        new(settings, final =>
            new Snapshot(UseVerifyAttribute.Current(), sourceFile, extension, final)
                .Compare(target));
}
