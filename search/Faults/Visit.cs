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
                case EventKind.AreaReserve when IsRestOfGroup(step, count):
                    break;
                default:
                    if (Of(in e, open) is { } site)
                    {
                        ulong pages = site.Wanted == Wanted.Addresses
                            ? Reserved(step.Call, e) >> machine.PageShift : 0;
                        visits.Add(new(site, count[(int)site.Door]++, HasFailed(e.Kind), pages));
                    }

                    break;
            }
        }
    }

    /// <summary>A percpu group is reserved at once, all of it or nothing.</summary>
    static bool IsRestOfGroup(Step step, Span<int> count) =>
        step.Call.AreaCount > 0 && count[(int)FaultSite.None] > 0;

    /// <summary>Bytes of a reservation; of a group from its lowest address to its highest.</summary>
    static ulong Reserved(Call call, in Event e)
    {
        ulong bytes = e.End - e.Address;
        return call.AreaCount == 0 ? bytes : call.Areas[PercpuArea.Last(call.Areas)].End;
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
                SlabKind.Misc => new(Wanted.PercpuArray, filled),
                SlabKind.VmapBlock => new(Wanted.VmapBlock, filled),
                SlabKind.RadixNode => new(Wanted.RadixNode, filled),
                _ => new(Wanted.OtherObject, filled),
            },
            EventKind.PageAlloc or EventKind.PageFail => new(Wanted.Page, filled),
            EventKind.TableAlloc or EventKind.TableFail => e.Level switch
            {
                TableLevel.Pud => new(Wanted.PudTable, filled),
                TableLevel.Pmd => new(Wanted.PmdTable, filled),
                TableLevel.User => new(Wanted.UserTable, filled),
                _ => new(Wanted.PteTable, filled),
            },
            EventKind.AreaReserve => new(Wanted.Addresses, open),
            _ => null,
        };
    }
}
