// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>
/// One allocation of a call, as its events tell of it: visit Index (from 0) of the site's kind, and
/// whether it failed. For addresses Index counts reservations, and Pages is how many, guard page
/// included; else Pages is 0.
/// </summary>
public readonly record struct Visit(AllocationSite Site, int Index, bool Failed, ulong Pages = 0)
{
    /// <summary>
    /// Fills a list with the allocations of a step, in their order. What a step that failed half
    /// way did not come to is not there.
    /// </summary>
    public static void Read(Step step, Machine machine, List<Visit> visits)
    {
        visits.Clear();
        Span<int> count = stackalloc int[(int)FaultSite.Any];
        int open = step.Call.Kind == CommandKind.VmallocAreaInner ? 1 : 0;
        foreach (ref readonly Event e in step.Events)
        {
            switch (e.Kind)
            {
                case EventKind.VmInsert:
                    open++;
                    break;
                case EventKind.VmUnlink:
                    // It gave up, and may begin again with smaller pages.
                    open = Math.Max(open - 1, 0);
                    break;
                case EventKind.VmPagesSet:
                    // An array in a block of its own is complete: what follows is its owner's.
                    open -= e.Id < 0 ? 1 : 0;
                    break;
                case EventKind.PageAlloc when e.CameWithAnother:
                    break;
                default:
                    if (Of(in e, open) is { } site)
                    {
                        ulong pages = site.Wanted == Wanted.Addresses
                            ? (e.End - e.Address) >> machine.PageShift : 0;
                        visits.Add(new(site, count[(int)site.Door]++, HasFailed(e.Kind), pages));
                    }

                    break;
            }
        }
    }

    static bool HasFailed(EventKind kind) =>
        kind is EventKind.SlabFail or EventKind.PageFail or EventKind.TableFail;

    /// <summary>What an event allocates while this many areas are unfinished, or null.</summary>
    static AllocationSite? Of(in Event e, int open)
    {
        int filled = Math.Max(open - 1, 0);
        return e.Kind switch
        {
            EventKind.SlabAlloc or EventKind.SlabFail => e.Slab switch
            {
                SlabKind.Vm => new(Wanted.VmStruct, open),
                SlabKind.Va => new(Wanted.VmapArea, open),
                SlabKind.Array => new(Wanted.PagesArray, filled),
                _ => new(Wanted.OtherObject, filled),
            },
            EventKind.PageAlloc or EventKind.PageFail => new(Wanted.Page, filled),
            EventKind.TableAlloc or EventKind.TableFail => e.Level switch
            {
                TableLevel.Pud => new(Wanted.PudTable, filled),
                TableLevel.Pmd => new(Wanted.PmdTable, filled),
                _ => new(Wanted.PteTable, filled),
            },
            EventKind.AreaReserve => new(Wanted.Addresses, open),
            _ => null,
        };
    }
}
