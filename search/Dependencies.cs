// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>Cuts traces without leaving a use behind whose producer went.</summary>
static class Dependencies
{
    /// <summary>
    /// Without commands begin to end - 1, and without all that uses their results.
    /// </summary>
    public static Trace Without(Trace trace, int begin, int end)
    {
        HashSet<int> gone = [];
        List<Command> kept = new(trace.Commands.Count);
        for (int i = 0; i < trace.Commands.Count; i++)
        {
            Command command = trace.Commands[i];
            if ((i < begin || i >= end) && !UsesAny(command, gone))
            {
                kept.Add(command);
            }
            else if (command.Name >= 0)
            {
                gone.Add(command.Name);
            }
        }

        return trace with { Commands = kept };
    }

    /// <summary>
    /// The last commands with all they depend on; <paramref name="users"/>: also every earlier
    /// command that uses what they use (and what that depends on).
    /// </summary>
    public static Trace Slice(Trace trace, int last, bool users)
    {
        IReadOnlyList<Command> commands = trace.Commands;
        bool[] kept = new bool[commands.Count];
        HashSet<int> needed = [];
        Close(commands, kept, needed, i => i >= commands.Count - last);
        if (users)
        {
            HashSet<int> shared = [.. needed];
            Close(commands, kept, needed, i => UsesAny(commands[i], shared));
        }

        return trace with { Commands = [.. commands.Where((_, i) => kept[i])] };
    }

    /// <summary>Without uses of what no command before them makes: a run skips those.</summary>
    public static Trace Produced(Trace trace)
    {
        HashSet<int> made = [];
        List<Command> kept = new(trace.Commands.Count);
        foreach (Command command in trace.Commands)
        {
            if (Uses(command).All(made.Contains))
            {
                kept.Add(command);
                made.Add(command.Name);
            }
        }

        return trace with { Commands = kept };
    }

    /// <summary>Without commands that take pages for nobody.</summary>
    public static Trace WithoutIdlePages(Trace trace) => trace with
    {
        Commands =
        [
            .. trace.Commands.Where(command =>
                command.Kind != CommandKind.Take || IsUsed(trace, command)),
        ],
    };

    /// <summary>Another command uses its result.</summary>
    public static bool IsUsed(Trace trace, Command command) =>
        command.Name >= 0 && trace.Commands.Any(other => Uses(other).Contains(command.Name));

    /// <summary>Names count from 0 in the order in which they are made.</summary>
    public static Trace Renumbered(Trace trace)
    {
        Dictionary<int, int> names = [];
        foreach (Command command in trace.Commands.Where(command => command.Name >= 0))
        {
            names.TryAdd(command.Name, names.Count);
        }

        // A use without a producer gets a number that nothing else has.
        Operand Rename(Operand operand)
        {
            if (operand.Base != OperandBase.Name)
            {
                return operand;
            }

            names.TryAdd(operand.Index, names.Count);
            return operand with { Index = names[operand.Index] };
        }

        PageSlice RenameSource(PageSlice slice) => slice with { Source = Rename(slice.Source) };

        return trace with
        {
            Commands =
            [
                .. trace.Commands.Select(command => command with
                {
                    Name = command.Name < 0 ? -1 : names[command.Name],
                    Pointer = Rename(command.Pointer),
                    Pages = [.. command.Pages.Select(RenameSource)],
                }),
            ],
        };
    }

    /// <summary>Marks what is wanted, and going back, the producers of what is marked.</summary>
    static void Close(
        IReadOnlyList<Command> commands, bool[] kept, HashSet<int> needed, Func<int, bool> wanted)
    {
        for (int i = commands.Count - 1; i >= 0; i--)
        {
            Command command = commands[i];
            kept[i] |= wanted(i) || needed.Contains(command.Name);
            if (!kept[i])
            {
                continue;
            }

            needed.UnionWith(Uses(command));
        }
    }

    static bool UsesAny(Command command, HashSet<int> names) => Uses(command).Any(names.Contains);

    /// <summary>Names of the results it uses.</summary>
    static IEnumerable<int> Uses(Command command)
    {
        if (command.Pointer.Base == OperandBase.Name)
        {
            yield return command.Pointer.Index;
        }

        foreach (PageSlice slice in command.Pages)
        {
            if (slice.Source.Base == OperandBase.Name)
            {
                yield return slice.Source.Index;
            }
        }
    }
}
