// SPDX-License-Identifier: GPL-2.0-only
using System.CommandLine;

namespace Verification.Vmcheck;

/// <summary>A verb of the command line, with what its help ends with.</summary>
/// <param name="name">As it is typed.</param>
/// <param name="description">What it does.</param>
/// <param name="codes">What its exit codes mean, those apart that mean the same everywhere.</param>
/// <param name="examples">Command lines that show what it is good for.</param>
sealed class Verb(
    string name, string description, IReadOnlyList<(ExitCode Code, string Means)> codes,
    params IReadOnlyList<Example> examples)
    : Command(name, description)
{
    const string WrongInput = "an argument or an input is wrong";

    /// <summary>Every exit code that it can end with, ascending.</summary>
    public IReadOnlyList<(ExitCode Code, string Means)> Codes { get; } =
        [.. codes.Append((ExitCode.BadInput, WrongInput)).OrderBy(static one => one.Item1)];

    /// <summary>One at least.</summary>
    public IReadOnlyList<Example> Examples { get; } = examples;

    /// <summary>
    /// Whether it looks for Ctrl-C itself, and then tells what was done so far; else nothing of it
    /// is worth waiting for.
    /// </summary>
    public bool TellsWhenStopped { get; set; }
}
