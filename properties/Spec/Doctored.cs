// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Properties;

/// <summary>
/// Shows that a law can fail: a script that keeps every law, and one mistake in it that breaks
/// this law and no others but those listed.
/// </summary>
/// <param name="Given">Writes the correct script.</param>
/// <param name="Mistake">Plants the mistake.</param>
/// <param name="Also">Other laws that the same mistake breaks, and cannot but break.</param>
sealed record Doctored(
    string Law, Action<Script> Given, Action<Script> Mistake, params string[] Also)
{
    public static IReadOnlyList<Doctored> All { get; } =
    [
        .. DoctoredAreas.All, .. DoctoredFrames.All, .. DoctoredCalls.All, .. DoctoredAccesses.All,
        .. DoctoredLinux.All, .. DoctoredArrays.All, .. DoctoredPurges.All, .. DoctoredReports.All,
        .. DoctoredMappings.All, .. DoctoredSightings.All, .. DoctoredPercpu.All,
        .. DoctoredBlocks.All,
        // Add the scripts of a new file of laws here.
    ];

    /// <summary>The script of a law; refuses a name that none has.</summary>
    public static Doctored Of(string law) => All.Single(doctored => doctored.Law == law);

    public Script Undoctored()
    {
        var script = new Script();
        Given(script);
        return script;
    }

    public Script WithMistake()
    {
        Script script = Undoctored();
        Mistake(script);
        return script;
    }

    public override string ToString() => Law;
}
