// SPDX-License-Identifier: GPL-2.0-only
using System.Runtime.CompilerServices;
using Verification.Search;
using Verification.Vmcheck;

namespace Verification.Snapshots;

/// <summary>
/// Of a snapshot of page tables that changed, the failure says first what that means.
/// </summary>
static class DumpComparer
{
    [ModuleInitializer]
    internal static void Register() => VerifierSettings.RegisterStringComparer(
        "txt", static (received, verified, _) => Task.FromResult(
            CompareResult.NotEqual(MessageOf(received, verified))));

    /// <summary>Null where the texts hold no dumps: Verify shows both then.</summary>
    static string? MessageOf(string received, string verified)
    {
        try
        {
            DumpsApart apart = new(Read("verified", verified), Read("received", received));
            return string.Join('\n', apart.Lines.Select(static line => line.Line.Text));
        }
        catch (DumpSyntaxException)
        {
            return null;
        }
    }

    static (DiffInput Input, IReadOnlyList<DumpSection> Dumps) Read(string name, string text)
    {
        IReadOnlyList<DumpSection> dumps = DumpReader.Read(text);
        return (new DiffInput(name, text, dumps, null), dumps);
    }
}
