// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>
/// Which commands of a trace make it a cell. The last call that makes something, when the same call
/// was made before: that one was in trouble, this one must succeed. Without such a pair, the call
/// with a fault: it must not fire. Retry is -1 then.
/// </summary>
/// <param name="Trouble">Index of the command in trouble.</param>
/// <param name="Retry">Index of the same call without trouble; -1: none.</param>
/// <param name="RunsShort">
/// Addresses are to run short: an area that stands in the way is removed between the two.
/// </param>
public readonly record struct CellShape(int Trouble, int Retry, bool RunsShort)
{
    /// <summary>Null when the trace is no cell.</summary>
    public static CellShape? Of(IReadOnlyList<Command> commands)
    {
        int retry = commands.Count - 1;
        while (retry >= 0 && !Makes(commands[retry]))
        {
            retry--;
        }

        for (int i = retry - 1; i >= 0; i--)
        {
            if (Bare(commands[i]) == Bare(commands[retry]))
            {
                bool isShort = Enumerable.Range(i, retry - i).Any(at =>
                    commands[at].Kind == CommandKind.RemoveVmArea
                    && commands[at].Pointer.Index != commands[i].Name);
                return new(i, retry, isShort);
            }
        }

        for (int i = 0; i < commands.Count; i++)
        {
            if (commands[i].Fault.IsArmed)
            {
                return new(i, -1, RunsShort: false);
            }
        }

        return null;
    }

    static bool Makes(Command command) => EntryCall.MakesSomething(command.Signature);

    /// <summary>The call without what tells one from another of its kind.</summary>
    static Command Bare(Command command) => command with
    {
        Name = -1, Pointer = Operand.Null, Fault = Fault.None, AlsoFault = Fault.None,
    };
}
