// SPDX-License-Identifier: GPL-2.0-only
using Verification.Vmcheck;

namespace Verification.BadInput;

/// <summary>How vmcheck took a case.</summary>
/// <param name="Code">What its process returned.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Error">What it wrote to standard error.</param>
/// <param name="Took">From start to end.</param>
/// <param name="PeakBytes">The most memory it held, as far as could be seen.</param>
/// <param name="WasStopped">Whether Ctrl-C had to be pressed.</param>
/// <param name="WasKilled">Whether that did not end it either.</param>
sealed record Answer(
    int Code, string Output, string Error, TimeSpan Took, long PeakBytes, bool WasStopped,
    bool WasKilled)
{
    /// <summary>What is wrong with it; null when nothing is.</summary>
    public string? Wrong(Case asked) =>
        WasKilled ? "did not end when told to"
        : WasStopped && !asked.MayWait ? "did not end by itself"
        : !Enum.IsDefined((ExitCode)Code) ? $"ended with exit code {Code}"
        : !asked.Codes.Contains((ExitCode)Code)
            ? $"ended with exit code {Code}, and not {string.Join(" or ", asked.Codes)}"
        : Error.Contains("defect of vmcheck") || Error.Contains("Unhandled exception")
            ? "calls itself defective"
        : (ExitCode)Code == ExitCode.BadInput && asked.IsHeard && Error.Length == 0
            ? "does not say what is wrong"
        : Error.Contains('\u001b') || Output.Contains('\u001b') ? "steers a terminal"
        : null;
}
