// SPDX-License-Identifier: GPL-2.0-only
using Verification.Vmcheck;

namespace Verification.BadInput;

/// <summary>One way to call vmcheck.</summary>
/// <param name="Name">What is wrong with it.</param>
/// <param name="Arguments">From the verb on.</param>
sealed record Case(string Name, IReadOnlyList<string> Arguments)
{
    /// <summary>Exit codes that are an answer to it.</summary>
    public IReadOnlyList<ExitCode> Codes { get; init; } = Enum.GetValues<ExitCode>();

    /// <summary>What a shell reads behind the arguments: redirections, bytes that are no text.
    /// </summary>
    public string Tail { get; init; } = "";

    /// <summary>Variables that are set, or taken away where the value is null.</summary>
    public IReadOnlyDictionary<string, string?> Variables { get; init; } =
        new Dictionary<string, string?>();

    /// <summary>Whether it may go on until Ctrl-C is pressed.</summary>
    public bool MayWait { get; init; }

    /// <summary>Whether a text was read, and it has to say at which place of it is what.</summary>
    public bool HasPlace { get; init; }

    /// <summary>Whether standard error is there to say what was wrong.</summary>
    public bool IsHeard { get; init; } = true;
}
