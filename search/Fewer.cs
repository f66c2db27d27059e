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
    const int MostInPairs = 9;

    static readonly Fault[] faults =
    [
        .. Once(FaultSite.Page, 0, 1, 2, 4, 8, 16),
        .. Once(FaultSite.Slab, 0, 1, 2, 3, 4, 5),
        .. Once(FaultSite.Table, 0, 1, 2, 3),
    ];

    /// <summary>Ways to come to the last command's failure with next to nothing before it.</summary>
    public static IEnumerable<Trace> Versions(Trace trace) =>
        Faulted(trace)
            .Concat(Bare(trace))
            .Concat(Filled(trace))
            .Concat(Repointed(trace))
            .Concat(Kept(trace.Commands.Count - 1).SelectMany(kept => After(trace, kept)))
            .Where(candidate => candidate.Commands.Count < trace.Commands.Count);

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
        int after = rest.Commands.Count(command => trace.Commands.Take(gone).Contains(command));
        foreach (int at in Nearest(rest, after, request))
        {
            foreach (Command larger in Larger(rest.Commands[at], request, trace.Machine))
            {
                Command[] commands = [.. rest.Commands];
                commands[at] = larger;
                yield return rest with { Commands = commands };
            }
        }
    }

    /// <summary>It fails by a fault, instead of for want of what others took.</summary>
    static IEnumerable<Trace> Faulted(Trace trace)
    {
        Trace alone = Dependencies.Slice(trace, 1, users: false);
        Command last = trace.Commands[^1];
        return last.Fault.IsArmed ? []
            : faults.Select(fault => With(alone, last with { Fault = fault }));
    }

    /// <summary>Alone, at an address that nobody owns, or as large as the range.</summary>
    static IEnumerable<Trace> Bare(Trace trace)
    {
        if (trace.Commands[^1].Signature.Takes(Param.Pointer))
        {
            yield return Of(trace, trace.Commands[^1] with { Pointer = Operand.FromStart(0) });
        }

        foreach (ulong pages in Around(RangePages(trace.Machine)))
        {
            yield return Of(trace, Range(trace.Commands[^1].Name, pages, trace.Machine));
        }
    }

    /// <summary>Besides one range that leaves it just the space it needs, a page more or less.</summary>
    static IEnumerable<Trace> Filled(Trace trace)
    {
        Command last = trace.Commands[^1];
        ulong wanted = Pages(last, trace.Machine);
        ulong all = RangePages(trace.Machine);
        int name = trace.Commands.Max(static command => command.Name) + 1;
        return !last.Signature.Takes(Param.Size) || wanted + 1 >= all ? []
            : Around(all - wanted).Select(pages => Range(name, pages, trace.Machine))
                .SelectMany(range => new[] { range, Behind(range, wanted, trace.Machine) })
                .Select(range => Of(trace, range, last));
    }

    /// <summary>About another result than its own.</summary>
    static IEnumerable<Trace> Repointed(Trace trace)
    {
        Command last = trace.Commands[^1];
        return last.Pointer.Base != OperandBase.Name ? []
            : trace.Commands.Where(command => command.Name >= 0).Select(command =>
                Dependencies.Slice(
                    With(trace, last with
                    {
                        Pointer = last.Pointer with { Index = command.Name },
                    }), 1, users: false));
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
        ulong all = RangePages(trace.Machine);
        yield return Of(trace, [.. before, last]);
        yield return Of(trace, [.. before, new(CommandKind.VmUnmapAliases)]);
        if (last.Signature.Takes(Param.Size) && last.Name >= 0 && all > 1)
        {
            ulong size = (all - 1) * trace.Machine.PageSize;
            yield return Of(trace, [.. before, last with { Size = size }]);
            yield return Of(trace, [.. before, Range(last.Name, all, trace.Machine)]);
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

    /// <summary>The next request like it, and the one before.</summary>
    static IEnumerable<int> Nearest(Trace trace, int from, Command like)
    {
        bool IsLike(int at) => Grows(trace.Commands[at])
            && trace.Commands[at].Kind == CommandKind.Take == (like.Kind == CommandKind.Take);
        return Enumerable.Range(from, trace.Commands.Count - from).Where(IsLike).Take(1)
            .Concat(Enumerable.Range(0, from).Reverse().Where(IsLike).Take(1));
    }

    static IEnumerable<Command> Larger(Command command, Command by, Machine machine)
    {
        if (command.Kind == CommandKind.Take)
        {
            yield return command with { Count = command.Count + by.Count };
            yield break;
        }

        ulong both = unchecked(
            machine.PageAlign(command.Size) + machine.PageAlign(by.Size) + machine.PageSize);
        yield return command with { Size = both };
        yield return new(CommandKind.GetVmArea)
        {
            Name = command.Name, Size = both, Flags = VmFlags.Map, Cpu = command.Cpu,
        };
    }

    static bool Grows(Command command) => command.Name >= 0
        && (command.Kind == CommandKind.Take || command.Signature.Takes(Param.Size));

    /// <summary>A range of so many pages, its guard page among them.</summary>
    static Command Range(int name, ulong pages, Machine machine) => new(CommandKind.GetVmArea)
    {
        Name = Math.Max(name, 0), Size = (pages - 1) * machine.PageSize, Flags = VmFlags.Map,
    };

    /// <summary>The same range with so many pages free below it.</summary>
    static Command Behind(Command range, ulong pages, Machine machine) =>
        range with
        {
            Kind = CommandKind.GetVmAreaInner, Start = pages * machine.PageSize,
            End = machine.End - machine.Start,
        };

    static IEnumerable<ulong> Around(ulong pages) =>
        new[] { pages, pages + 1, pages - 1 }.Where(static number => number is > 1 and < 1UL << 32);

    /// <summary>What a request takes of the range, its guard page included.</summary>
    static ulong Pages(Command request, Machine machine) =>
        (unchecked(machine.PageAlign(request.Size)) >> machine.PageShift) + 1;

    static ulong RangePages(Machine machine) => (machine.End - machine.Start) >> machine.PageShift;

    static Trace With(Trace trace, Command last) =>
        trace with { Commands = [.. trace.Commands.SkipLast(1), last] };

    static Trace Of(Trace trace, params Command[] commands) => trace with { Commands = commands };

    static IEnumerable<Fault> Once(FaultSite site, params int[] visits) =>
        visits.Select(visit => new Fault(site, FaultMode.Once, visit));
}
