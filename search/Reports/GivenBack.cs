// SPDX-License-Identifier: GPL-2.0-only
using System.Collections.Immutable;
using Verification.Spec;

namespace Verification.Search;

/// <summary>
/// Pages of blocks that <c>vm_unmap_ram</c> was given and whose range is still taken; a picture
/// counts them, their addresses are told by events alone.
/// </summary>
public readonly record struct GivenBack(ImmutableSortedSet<ulong> Pages)
{
    public static GivenBack None { get; } = new([]);

    /// <summary>What it is after a step.</summary>
    public GivenBack After(Machine machine, Step step)
    {
        ArgumentNullException.ThrowIfNull(machine);
        ArgumentNullException.ThrowIfNull(step);
        ImmutableSortedSet<ulong> pages = Pages;
        foreach (Event e in step.Events)
        {
            switch (e.Kind)
            {
                case EventKind.VbGive:
                    pages = pages.Union(PagesOf(machine, e));
                    break;
                case EventKind.AreaReserve or EventKind.AreaRelease when pages.Count > 0:
                    pages = pages.Except(pages.Where(page => page >= e.Address && page < e.End));
                    break;
                default:
                    break;
            }
        }

        return new GivenBack(pages);
    }

    static IEnumerable<ulong> PagesOf(Machine machine, Event e)
    {
        for (ulong page = e.Address; page < e.End; page += machine.PageSize)
        {
            yield return page;
        }
    }
}
