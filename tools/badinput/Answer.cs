// SPDX-License-Identifier: GPL-2.0-only
using System.Text.RegularExpressions;
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
sealed partial record Answer(
    int Code, string Output, string Error, TimeSpan Took, long PeakBytes, bool WasStopped,
    bool WasKilled)
{
    /// <summary>Beyond what the verb holds where nothing is wrong.</summary>
    const long MostBytes = 256L << 20;

    /// <summary>What is wrong with it; null when nothing is.</summary>
    /// <param name="asked">What it answers.</param>
    /// <param name="usualBytes">The most memory of the verb where nothing is wrong.</param>
    public string? Wrong(Case asked, long usualBytes) =>
        WasKilled ? "did not end when told to"
        : WasStopped && !asked.MayWait ? "did not end by itself"
        : !Enum.IsDefined((ExitCode)Code) ? $"ended with exit code {Code}"
        : !asked.Codes.Contains((ExitCode)Code)
            ? $"ended with exit code {Code}, and not {string.Join(" or ", asked.Codes)}"
        : Error.Contains("defect of vmcheck") || Error.Contains("Unhandled exception")
            ? "calls itself defective"
        : (ExitCode)Code == ExitCode.BadInput && asked.IsHeard && Error.Length == 0
            ? "does not say what is wrong"
        : (ExitCode)Code == ExitCode.BadInput && asked.HasPlace && !Place.IsMatch(Error)
            ? "does not say where it is wrong"
        : PeakBytes > usualBytes + MostBytes
            ? $"held {PeakBytes >> 20} MiB, and {usualBytes >> 20} where nothing is wrong,"
        : Error.Contains('\u001b') || Output.Contains('\u001b') ? "steers a terminal"
        : null;

    /// <summary>A place in a text, or why it is none that has places.</summary>
    [GeneratedRegex(
        @"line [1-9]\d*, column [1-9]\d*: | is no text: byte \d+ is NUL| is no vmallocinfo: "
            + @"| is neither a dump nor a trace| is larger than \d+ MiB| is empty")]
    static partial Regex Place { get; }
}
