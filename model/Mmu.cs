// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Model;

/// <summary>Loads and stores of a CPU, through its TLB first: a stale entry is used.</summary>
public sealed partial class Model
{
    readonly Tlb tlb = new();

    /// <summary><c>flush_tlb_kernel_range</c>: on every CPU that is online.</summary>
    [Kernel("__purge_vmap_area_lazy", "purge.4")]
    void FlushTlbKernelRange(ulong start, ulong end)
    {
        for (int cpu = 0; cpu < machine.Online; cpu++)
        {
            tlb.Flush(cpu, start, end, pageMask);
        }

        step.Add(EventKind.TlbFlush, start, end, unchecked((int)((1L << machine.Online) - 1)));
    }

    /// <summary>A byte, or a page fault.</summary>
    Outcome Load(int cpu, ulong addr)
    {
        Pte pte = Translate(cpu, addr);
        return pte.IsPresent
            ? Outcome.Number(contents.At(pte.Frame, (int)(addr & pageMask)))
            : new Outcome(OutcomeKind.PageFault);
    }

    /// <summary>Fills the page of addr, or a page fault.</summary>
    Outcome Store(int cpu, ulong addr, byte value)
    {
        Pte pte = Translate(cpu, addr);
        if (!pte.IsPresent || !pte.Prot.IsWritable)
        {
            return new Outcome(OutcomeKind.PageFault);
        }

        contents.Fill(pte.Frame, value);
        EmitFrameWritten(pte.Frame);
        return Outcome.Void;
    }

    Pte Translate(int cpu, ulong addr)
    {
        cpu %= machine.Online;
        ulong page = addr & ~pageMask;
        ref Tlb.Entry slot = ref tlb.SlotFor(cpu, addr, machine.PageShift);
        if (slot.IsValid && slot.Page == page)
        {
            return slot.Pte;
        }

        var pte = new Pte(initMm.Lookup(addr));
        if (!pte.IsPresent)
        {
            return default;
        }

        if (slot.IsValid)
        {
            EmitTlb(EventKind.TlbEvict, cpu, slot);
        }

        tlb.Fill(cpu, ref slot, page, pte);
        EmitTlb(EventKind.TlbFill, cpu, slot);
        return pte;
    }

    void EmitTlb(EventKind kind, int cpu, Tlb.Entry entry) =>
        step.Add(new Event(
            kind, 0, entry.Pte.Frame, cpu, Gfp.None, entry.Page, 0, entry.Pte.Prot.Bits));

    void EmitFrameWritten(int frame) =>
        step.Add(EventKind.FrameWritten, 0, id: frame, bytes: contents.Tag(frame));
}
