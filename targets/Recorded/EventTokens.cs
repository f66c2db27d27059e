// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Targets;

/// <summary>
/// The events of a step as recordings write them. Neighbours that continue each other are joined:
/// consecutive frames with equal arguments, ascending pages of translations. Events the recorded
/// kernel could not show (locks, TLB entries, fields of descriptors) leave no token.
/// </summary>
sealed class EventTokens(Machine machine)
{
    readonly List<string> tokens = [];
    Event first;
    Event last;
    bool open;

    public IReadOnlyList<string> Of(Step step)
    {
        tokens.Clear();
        open = false;
        foreach (ref readonly Event e in step.Events)
        {
            if (open && Continues(e))
            {
                last = e;
            }
            else if (IsJoined(e.Kind))
            {
                Close();
                (first, last, open) = (e, e, true);
            }
            else if (Single(e) is { } token)
            {
                Close();
                tokens.Add(token);
            }
        }

        Close();
        return tokens;
    }

    static bool IsJoined(EventKind kind) =>
        kind is EventKind.PageAlloc or EventKind.PageFree or EventKind.PteSet or EventKind.PteClear;

    bool Continues(in Event e)
    {
        if (e.Kind != last.Kind)
        {
            return false;
        }

        return e.Kind switch
        {
            EventKind.PageAlloc =>
                e.Id == last.Id + 1 && e.Gfp == last.Gfp && e.Node == last.Node,
            EventKind.PageFree => e.Id == last.Id + 1,
            _ => e.Address == unchecked(last.Address + machine.PageSize),
        };
    }

    void Close()
    {
        if (!open)
        {
            return;
        }

        open = false;
        string frames = Notation.Range(first.Id, last.Id);
        ulong pages = (unchecked(last.Address - first.Address) >> machine.PageShift) + 1;
        tokens.Add(first.Kind switch
        {
            EventKind.PageAlloc => $"p+{frames}:{Gfp(first)}:{first.Node}",
            EventKind.PageFree => $"p-{frames}",
            EventKind.PteSet => $"m{At(first.Address)}*{pages}",
            _ => $"u{At(first.Address)}*{pages}",
        });
    }

    string? Single(in Event e) => e.Kind switch
    {
        EventKind.SlabAlloc => $"s+{Slab(e)}:{e.Bytes}:{Gfp(e)}:{e.Node}",
        EventKind.SlabFail => $"s!{Slab(e)}:{e.Bytes}:{Gfp(e)}:{e.Node}",
        EventKind.SlabFree => $"s-{Slab(e)}:{e.Bytes}",
        EventKind.PageFail => $"p!{Gfp(e)}:{e.Node}",
        EventKind.TableAlloc => $"t+{Table(e)}",
        EventKind.TableFail => $"t!{Table(e)}",
        EventKind.CacheFlushMap => $"cm{At(e.Address)}{At(e.End)}",
        EventKind.CacheFlushUnmap => $"cu{At(e.Address)}{At(e.End)}",
        EventKind.TlbFlush => $"tlb{At(e.Address)}{At(e.End)}",
        EventKind.KmemleakAlloc => $"k+{At(e.Address)}:{e.Bytes}:{e.Id}:{Gfp(e)}",
        EventKind.KmemleakFree => $"k-{At(e.Address)}:{e.Bytes}",
        EventKind.KmemleakUnknown => $"k-{At(e.Address)}?",
        EventKind.KmemleakAlias => $"k-{At(e.Address)}? K:alias{At(e.End)}",
        EventKind.KmemleakRefused => $"K:exists{At(e.Address)}",
        EventKind.Warn => Warning(e),
        EventKind.NoVaSpace => $"M:novaspace:{e.Bytes}",
        _ => null,
    };

    string Warning(in Event e) => e.Splat switch
    {
        Splat.BadAddress => $"W:badaddr{At(e.Address)}",
        Splat.NoArea => $"W:noarea{At(e.Address)}",
        Splat.Occupied => "W:occupied",
        Splat.NullPage => "W:nullpage",
        Splat.BadIounmap => $"W:iounmap{At(e.Address)}",
        Splat.TooLarge => "W:pcpu_get_vm_areas",
        _ => $"W:wrongkind{At(e.Address)}",
    };

    string At(ulong address) => Notation.Address(address, machine.Start);

    static string Gfp(in Event e) => $"{(uint)e.Gfp:x}";

    static string Slab(in Event e) => e.Slab switch
    {
        SlabKind.Vm => "vm",
        SlabKind.Va => "va",
        SlabKind.Misc => "misc",
        SlabKind.VmapBlock => "vb",
        SlabKind.RadixNode => "rn",
        _ => "arr",
    };

    static string Table(in Event e) => e.Level switch
    {
        TableLevel.Pud => "pud",
        TableLevel.Pmd => "pmd",
        _ => "pte",
    };
}
