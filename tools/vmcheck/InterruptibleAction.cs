// SPDX-License-Identifier: GPL-2.0-only
using System.CommandLine;
using System.CommandLine.Invocation;

namespace Verification.Vmcheck;

/// <summary>
/// An action that Ctrl-C cancels from its beginning: else a process that is still building a
/// library, before anything is awaited, is ended as it stands.
/// </summary>
sealed class InterruptibleAction(AsynchronousCommandLineAction action)
    : AsynchronousCommandLineAction
{
    /// <summary>Makes the action of a verb one, where it takes time.</summary>
    public static void Of(Command verb)
    {
        if (verb.Action is AsynchronousCommandLineAction slow)
        {
            verb.Action = new InterruptibleAction(slow);
        }
    }

    /// <inheritdoc/>
    public override Task<int> InvokeAsync(
        ParseResult parseResult, CancellationToken cancellationToken = default) =>
        Task.Run(() => action.InvokeAsync(parseResult, cancellationToken), CancellationToken.None);
}
