// SPDX-License-Identifier: GPL-2.0-only
using System.CommandLine;
using System.CommandLine.Invocation;

namespace Verification.Vmcheck;

/// <summary>
/// An action that Ctrl-C cancels from its beginning: else a process that is still building a
/// library, before anything is awaited, is ended as it stands. One that runs a single trace, which
/// may take as long as a trace can, is given up.
/// </summary>
sealed class InterruptibleAction(AsynchronousCommandLineAction action, bool tellsWhenStopped)
    : AsynchronousCommandLineAction
{
    /// <summary>For a library that is being built to be put away.</summary>
    static readonly TimeSpan untilGivenUp = TimeSpan.FromSeconds(1);

    /// <summary>Makes the action of a verb one, where it takes time.</summary>
    public static void Of(Command verb)
    {
        if (verb.Action is AsynchronousCommandLineAction slow)
        {
            verb.Action = new InterruptibleAction(slow, verb is Verb { TellsWhenStopped: true });
        }
    }

    /// <inheritdoc/>
    public override async Task<int> InvokeAsync(
        ParseResult parseResult, CancellationToken cancellationToken = default)
    {
        Task<int> running = Task.Run(
            () => action.InvokeAsync(parseResult, cancellationToken), CancellationToken.None);
        using CancellationTokenSource over = new();
        await using CancellationTokenRegistration stop = cancellationToken.Register(
            () => over.CancelAfter(tellsWhenStopped ? Timeout.InfiniteTimeSpan : untilGivenUp));
        return await running.WaitAsync(over.Token);
    }
}
