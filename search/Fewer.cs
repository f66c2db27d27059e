// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>
/// Traces that reach the same with fewer commands of another kind or a larger size: what leaving
/// out and making smaller alone cannot find. A candidate that is not shorter is left out.
/// </summary>
static class Fewer
{
    /// <summary>Up to so many commands before the last are tried two by two.</summary>
    const int MostInPairs = 12;

    /// <summary>
    /// A purge in place of a call that purges as it finds no room: what filled the range for it may
    /// go then. Of two commands none would.
    /// </summary>
    public static IEnumerable<Trace> Purging(Trace trace)
    {
        int last = trace.Commands.Count - 1;
        for (int at = last; at >= 0 && last > 1; at--)
        {
            Command command = trace.Commands[at];
            if (command.Kind != CommandKind.VmUnmapAliases
                && (command.Signature.Takes(Param.Size) || at == last)
                && !Dependencies.IsUsed(trace, command))
            {
                Command[] commands = [.. trace.Commands];
                commands[at] = new(CommandKind.VmUnmapAliases);
                yield return trace with { Commands = commands };
            }
        }
    }

    /// <summary>Ways to come to the last command's failure with less before it.</summary>
    public static IEnumerable<Trace> Versions(Trace trace) =>
        Situations.Of(trace)
            .Concat(trace.Commands.SelectMany(request => Plainer(trace, request)))
            .Concat(Repointed(trace))
            .Concat(FewerLists.FromOneSource(trace))
            .Append(Below(trace))
            .Concat(Kept(trace.Commands.Count - 1).SelectMany(kept => After(trace, kept)))
            .Select(Dependencies.Produced)
            .Where(candidate => candidate.Commands.Count < trace.Commands.Count
                && Weight(candidate) < Weight(trace));

    /// <summary>
    /// A fault that another command has to meet first is one thing more to understand; one at the
    /// last command says what happens there.
    /// </summary>
    static int Weight(Trace trace) => trace.Commands.Count
        + trace.Commands.SkipLast(1).Count(static command => command.Fault.IsArmed);

    /// <summary>
    /// Without a request and its users; another takes its space, and that of its guard page.
    /// </summary>
    public static IEnumerable<Trace> Merged(Trace trace, int gone)
    {
        Command request = trace.Commands[gone];
        if (!Grows(request))
        {
            yield break;
        }

        Trace rest = Dependencies.Without(trace, gone, gone + 1);
        HashSet<Command> before =
            new(trace.Commands.Take(gone), ReferenceEqualityComparer.Instance);
        int after = rest.Commands.Count(before.Contains);
        foreach (int at in Nearest(rest, after, request))
        {
            foreach (Command larger in Larger(rest.Commands[at], request, trace.Machine, trace.Era))
            {
                Command[] commands = [.. rest.Commands];
                commands[at] = larger;
                yield return rest with { Commands = commands };
            }
        }
    }

    /// <summary>
    /// A request that needs nothing from others in place of one that does: a block, freed as
    /// blocks are, or a range without pages.
    /// </summary>
    static IEnumerable<Trace> Plainer(Trace trace, Command request)
    {
        if (request.Signature.Product is not Product.Mapping and not Product.Area)
        {
            yield break;
        }

        Operand result = Operand.Named(request.Name);
        ulong pages = Situations.Pages(request, trace.Machine);
        Command range = Situations.Range(request.Name, pages, trace.Machine);
        Command block = Situations.Block(request.Name, range.Size) with
        {
            Kind = CommandKind.VmallocInner, Prot = request.Prot,
        };
        foreach (Command plain in new[] { range, block })
        {
            Command[] commands =
            [
                .. trace.Commands.Select(command => ReferenceEquals(command, request) ? plain
                    : ReferenceEquals(plain, block) && command.Pointer == result
                        && command.Kind == CommandKind.Vunmap
                        ? command with { Kind = CommandKind.Vfree }
                    : command),
            ];
            Trace version = trace with { Commands = commands };
            yield return Dependencies.Slice(version, 1, users: false);
            yield return Dependencies.Slice(version, 1, users: true);
            yield return Dependencies.WithoutIdlePages(version);
        }
    }

    /// <summary>The last command is about another result than its own.</summary>
    static IEnumerable<Trace> Repointed(Trace trace)
    {
        Command last = trace.Commands[^1];
        foreach (int name in trace.Commands.Select(static one => one.Name).Where(one => one >= 0))
        {
            if (last.Pointer.Base == OperandBase.Name)
            {
                yield return Alone(trace, last with
                {
                    Pointer = last.Pointer with { Index = name },
                });
            }

            if (last.Pointer.Offset != 0)
            {
                yield return Alone(trace, last with
                {
                    Pointer = Operand.Named(name, trace.Machine.PageSize),
                });
            }

            if (last.Pages.Count > 0)
            {
                int listed = last.Pages.Sum(static slice => slice.Count);
                Command from = last with { Pages = [new(Operand.Named(name), 0, listed)] };
                yield return Alone(trace, last with { Pages = [PageSlice.NullEntries(listed)] });
                yield return Alone(trace, from);
                yield return Dependencies.Slice(With(trace, from), 1, users: true);
            }
        }
    }

    /// <summary>The last command and what it depends on, below a range.</summary>
    static Trace Below(Trace trace)
    {
        Trace alone = Dependencies.Slice(trace, 1, users: false);
        Machine machine = trace.Machine;
        int name = trace.Commands.Max(static command => command.Name) + 1;
        Command above = Situations.From(
            Situations.Range(name, 2, machine), Situations.RangePages(machine) / 2, machine);
        return trace with { Commands = [above, .. alone.Commands] };
    }

    /// <summary>Each command alone; of few commands also each two.</summary>
    static IEnumerable<int[]> Kept(int count) =>
        Enumerable.Range(0, count).Select(static one => new[] { one })
            .Concat(count > MostInPairs ? []
                : from one in Enumerable.Range(0, count)
                  from other in Enumerable.Range(one + 1, count - one - 1)
                  select new[] { one, other });

    /// <summary>
    /// A command or two with their users; then the last one, as it is, as a purge, or asking for
    /// all of the range.
    /// </summary>
    static IEnumerable<Trace> After(Trace trace, int[] kept)
    {
        Command[] before = [.. Users(trace, kept)];
        Command last = trace.Commands[^1];
        ulong all = Situations.RangePages(trace.Machine);
        yield return trace with { Commands = [.. before, last] };
        yield return trace with { Commands = [.. before, new(CommandKind.VmUnmapAliases)] };
        if (last.Signature.Takes(Param.Size) && last.Name >= 0 && all > 1)
        {
            Command larger = last with { Size = (all - 1) * trace.Machine.PageSize };
            Command range = Situations.Range(last.Name, all, trace.Machine);
            yield return trace with { Commands = [.. before, larger] };
            yield return trace with { Commands = [.. before, range] };
        }
    }

    /// <summary>Commands, and those before the last that use their results.</summary>
    static IEnumerable<Command> Users(Trace trace, int[] producers)
    {
        HashSet<Operand> results =
        [
            .. producers.Select(at => trace.Commands[at].Name).Where(static name => name >= 0)
                .Select(static name => Operand.Named(name)),
        ];
        return trace.Commands.SkipLast(1).Where((command, at) => producers.Contains(at)
            || results.Contains(command.Pointer)
            || command.Pages.Any(slice => results.Contains(slice.Source)));
    }

    /// <summary>The next request like it, and the two before.</summary>
    static IEnumerable<int> Nearest(Trace trace, int from, Command like)
    {
        bool IsLike(int at) => Grows(trace.Commands[at])
            && trace.Commands[at].Kind == CommandKind.Take == (like.Kind == CommandKind.Take);
        return Enumerable.Range(from, trace.Commands.Count - from).Where(IsLike).Take(1)
            .Concat(Enumerable.Range(0, from).Reverse().Where(IsLike).Take(2));
    }

    static IEnumerable<Command> Larger(
        Command command, Command by, Machine machine, Era era)
    {
        if (command.Kind == CommandKind.Take)
        {
            yield return command with { Count = unchecked(command.Count + by.Count) };
            yield break;
        }

        ulong both = unchecked(
            Situations.Pages(command, machine) + Situations.Pages(by, machine));
        ulong size = unchecked((both - 1) << machine.PageShift);
        if (command.Kind != CommandKind.Vmap)
        {
            yield return command with { Size = size };
        }

        ulong all = unchecked(Situations.AllPages(command, machine, era)
            + Situations.AllPages(by, machine, era) - (era < Era.V30 ? 1UL : 0));
        yield return Situations.Range(command.Name, all, machine) with { Cpu = command.Cpu };
    }

    static bool Grows(Command command) => command.Name >= 0
        && (command.Kind is CommandKind.Take or CommandKind.Vmap
            || command.Signature.Takes(Param.Size));

    static Trace Alone(Trace trace, Command last) =>
        Dependencies.Slice(With(trace, last), 1, users: false);

    static Trace With(Trace trace, Command last) =>
        trace with { Commands = [.. trace.Commands.SkipLast(1), last] };
}
