// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Vmcheck;

/// <summary>A command line to be typed at the top of the repository; a test runs it.</summary>
/// <param name="Arguments">Of vmcheck, words between single blanks.</param>
/// <param name="Shows">What one sees, in a few words.</param>
/// <param name="Ends">How it ends.</param>
/// <param name="Needs">What has to be there.</param>
sealed record Example(
    string Arguments, string Shows, ExitCode Ends = ExitCode.Clean, Needs Needs = Needs.Nothing);

/// <summary>What an example needs besides vmcheck.</summary>
enum Needs
{
    /// <summary>It runs everywhere.</summary>
    Nothing = 0,

    /// <summary>The example in C: <c>make -C targets/example O=$PWD</c>.</summary>
    CLibrary,

    /// <summary>The packages linux-source-6.1 and -6.12, and what builds them.</summary>
    KernelSource,
}
