// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>
/// Traces that reach the same with fewer lists of pages, or with pages from fewer places: a list
/// has no size that could grow in place of another.
/// </summary>
static class FewerLists
{
    /// <summary>Without a vm_map_ram and its users; another maps as many pages more.</summary>
    public static IEnumerable<Trace> Merged(Trace trace, int gone)
    {
        Command request = trace.Commands[gone];
        if (request.Kind != CommandKind.VmMapRam)
        {
            yield break;
        }

        Trace rest = Dependencies.Without(trace, gone, gone + 1);
        for (int at = 0; at < rest.Commands.Count; at++)
        {
            Command other = rest.Commands[at];
            if (other.Kind == CommandKind.VmMapRam)
            {
                PageSlice[] own = [.. other.Pages];
                yield return With(rest, at, other with
                {
                    Pages = PageLists.Repeated(own, ListedPages(other) + ListedPages(request)),
                });
            }
        }
    }

    /// <summary>What one command took comes from one before it, which takes as much more.</summary>
    public static IEnumerable<Trace> FromOneSource(Trace trace)
    {
        int[] sources =
        [
            .. Enumerable.Range(0, trace.Commands.Count)
                .Where(at => IsSource(trace, trace.Commands[at])),
        ];
        foreach (int gone in sources)
        {
            foreach (int kept in sources.Where(
                at => at < gone && trace.Commands[at].Kind == CommandKind.Take))
            {
                Command taken = trace.Commands[kept];
                Trace moved = Moved(trace, trace.Commands[gone].Name, taken.Name);
                yield return Dependencies.Without(moved, gone, gone + 1);
                yield return Dependencies.Without(
                    With(moved, kept, taken with
                    {
                        Count = unchecked(taken.Count + Math.Max(trace.Commands[gone].Count, 1)),
                    }),
                    gone, gone + 1);
            }
        }
    }

    static bool IsSource(Trace trace, Command command) => command.Name >= 0
        && trace.Commands.Any(user => user.Pages.Any(
            slice => slice.Source == Operand.Named(command.Name)));

    static Trace Moved(Trace trace, int from, int to) => trace with
    {
        Commands =
        [
            .. trace.Commands.Select(command => command with
            {
                Pages =
                [
                    .. command.Pages.Select(slice => slice.Source == Operand.Named(from)
                        ? slice with { Source = Operand.Named(to) } : slice),
                ],
            }),
        ],
    };

    static Trace With(Trace trace, int at, Command command)
    {
        Command[] commands = [.. trace.Commands];
        commands[at] = command;
        return trace with { Commands = commands };
    }

    static int ListedPages(Command command) => command.Pages.Sum(static slice => slice.Count);
}
