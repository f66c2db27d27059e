// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>
/// A call in trouble and what its caller does then. Call and End are indices of commands: the call,
/// and the last command of the <c>vm_unmap_aliases</c> behind it; End is -1 where there is none.
/// </summary>
public readonly record struct CellRound(int Call, int End);

/// <summary>
/// Which commands of a trace make it a cell. The last call that makes something, when the same call
/// was made before: those were in trouble, one in each round, this one must succeed. Without such
/// a pair, the call with a fault: it must not fire. Retry is -1 then.
/// </summary>
/// <param name="Rounds">At least one; a round ends with <c>vm_unmap_aliases</c>.</param>
/// <param name="Retry">Index of the same call without trouble; -1: none.</param>
/// <param name="RunsShort">
/// Addresses are to run short: an area that stands in the way is removed between the two.
/// </param>
public sealed record CellShape(IReadOnlyList<CellRound> Rounds, int Retry, bool RunsShort)
{
    /// <summary>Index of the command in trouble, the first time it is.</summary>
    public int Trouble => Rounds[0].Call;

    /// <summary>Null when the trace is no cell.</summary>
    public static CellShape? Of(IReadOnlyList<Command> commands)
    {
        int retry = commands.Count - 1;
        while (retry >= 0 && !Makes(commands[retry]))
        {
            retry--;
        }

        if (retry >= 0 && RoundsBefore(commands, retry) is { Count: > 0 } rounds)
        {
            CellRound first = rounds[0];
            int end = first.End >= 0 ? first.End : retry;
            return new(rounds, retry, Enumerable.Range(first.Call, end - first.Call)
                .Any(at => commands[at].Kind == CommandKind.RemoveVmArea
                    && commands[at].Pointer.Index != commands[first.Call].Name));
        }

        int armed = commands.ToList().FindIndex(static command => command.Fault.IsArmed);
        return armed < 0 ? null : new([new(armed, -1)], -1, RunsShort: false);
    }

    /// <summary>
    /// The same commands with nothing armed, and nothing that takes addresses away: what a target
    /// keeps after them, it keeps without any failure.
    /// </summary>
    public IReadOnlyList<Command> WithoutTrouble(IReadOnlyList<Command> commands)
    {
        HashSet<int> inTheWay = [];
        int start = 0;
        foreach (CellRound round in Rounds.Where(static round => round.End >= 0))
        {
            inTheWay.UnionWith(Enumerable.Range(start, round.End - start)
                .Select(at => commands[at])
                .Where(one => one.Kind == CommandKind.RemoveVmArea
                    && one.Pointer.Index != commands[round.Call].Name)
                .Select(static one => one.Pointer.Index));
            start = round.End + 1;
        }

        return
        [
            .. commands
                .Where(one => !inTheWay.Contains(one.Name)
                    && !(one.Kind == CommandKind.RemoveVmArea
                        && inTheWay.Contains(one.Pointer.Index)))
                .Select(static one => one with { Fault = Fault.None, AlsoFault = Fault.None }),
        ];
    }

    /// <summary>The last such call before each flush is it: areas of its size are made too.</summary>
    static List<CellRound> RoundsBefore(IReadOnlyList<Command> commands, int retry)
    {
        List<CellRound> rounds = [];
        Command same = Bare(commands[retry]);
        int call = -1;
        for (int i = 0; i < retry; i++)
        {
            if (commands[i].Kind == same.Kind && Bare(commands[i]) == same)
            {
                call = i;
            }
            else if (call >= 0 && commands[i].Kind == CommandKind.VmUnmapAliases)
            {
                i += commands[i + 1].Kind == CommandKind.Grace ? 1 : 0;
                rounds.Add(new(call, i));
                call = -1;
            }
        }

        if (call >= 0)
        {
            rounds.Add(new(call, -1));
        }

        return rounds;
    }

    static bool Makes(Command command) => EntryCall.MakesSomething(command.Signature);

    /// <summary>The call without what tells one from another of its kind.</summary>
    static Command Bare(Command command) => command with
    {
        Name = -1, Pointer = Operand.Null, Fault = Fault.None, AlsoFault = Fault.None,
    };
}
