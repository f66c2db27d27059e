// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>
/// Why a call returned NULL or -ENOMEM, read off its events: the first allocation that failed, and
/// for what it was. Counts pages and arrays of nested calls apart.
/// </summary>
public sealed class FailedSite(Machine machine)
{
    /// <summary>Frames taken so far by each unfinished call, outermost first.</summary>
    readonly List<int> pages = [];

    /// <summary>A range was found: of an area, or a part of a block.</summary>
    bool isReserved;

    /// <summary>A few words; empty when nothing in the step explains it.</summary>
    public string Of(Step step)
    {
        ArgumentNullException.ThrowIfNull(step);
        foreach (Event e in step.Events)
        {
            string? why = Reason(e);
            if (why is not null)
            {
                return why;
            }

            Count(e);
        }

        // What a percpu group that is larger than the range came to, its warning says.
        return step.EventCount == 0 ? Refusal(step.Call)
            : step.Events[^1] is { Kind: EventKind.Warn, Splat: Splat.TooLarge } ? ""
            : !isReserved && step.Call.Signature.Product != Product.Nothing
                ? "no address space" : "";
    }

    /// <summary>
    /// Bytes, guard included, for which a step found no room; 0 when it found some.
    /// </summary>
    public static ulong AddressSpaceWanted(Step step)
    {
        ArgumentNullException.ThrowIfNull(step);
        foreach (Event e in step.Events)
        {
            if (e.Kind == EventKind.NoVaSpace)
            {
                return e.Bytes;
            }
        }

        return 0;
    }

    string? Reason(Event e) => e.Kind switch
    {
        EventKind.SlabFail => e.Slab switch
        {
            SlabKind.Vm => $"vm_struct{Where(pages.Count)} failed",
            SlabKind.Va => $"vmap_area{Where(pages.Count)} failed",
            SlabKind.Misc => "array of percpu pointers failed",
            SlabKind.VmapBlock => "vmap_block failed",
            SlabKind.RadixNode => "radix_tree_node failed",
            SlabKind.Other => $"object of {e.Bytes} bytes failed",
            _ => $"pages array{Where(pages.Count - 1)} failed",
        },
        EventKind.PageFail =>
            $"{SizeText.Ordinal(pages.LastOrDefault() + 1)} page{Where(pages.Count - 1)} failed",
        EventKind.TableFail =>
            $"{e.Level.ToString().ToLowerInvariant()} table{Where(pages.Count - 1)} failed",
        EventKind.NoVaSpace =>
            $"no address space for {SizeText.Of(e.Bytes)}{Where(pages.Count)}",
        _ => null,
    };

    static string Where(int depth) => depth > 0 ? " of the nested array" : "";

    void Count(Event e)
    {
        switch (e.Kind)
        {
            case EventKind.AreaReserve or EventKind.VbTake:
                isReserved = true;
                break;
            case EventKind.VmInsert:
                pages.Add(0);
                break;
            case EventKind.PageAlloc when pages.Count > 0:
                pages[^1]++;
                break;
            case EventKind.VmPagesSet when e.Id < 0 && pages.Count > 1:
                pages.RemoveAt(pages.Count - 1);
                break;
            default:
                break;
        }
    }

    /// <summary>Calls refused before anything was touched.</summary>
    string Refusal(Call call)
    {
        Signature signature = call.Signature;
        if (signature.Takes(Param.Size))
        {
            ulong size = machine.PageAlign(call.Size);
            return call.Size == 0 ? "size 0"
                : size == 0 ? "size wraps to 0"
                : size >> machine.PageShift > (ulong)machine.TotalRam ? "more than totalram_pages"
                : "";
        }

        return !signature.Takes(Param.Count) ? ""
            : call.Count == 0 ? "count 0"
            : call.Count > (ulong)machine.TotalRam ? "more than totalram_pages" : "";
    }
}
