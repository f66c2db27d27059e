// SPDX-License-Identifier: GPL-2.0-only
using System.Text;
using Verification.Spec;

namespace Verification.Search;

/// <summary>The sections of a dump that are not about ranges of translations.</summary>
static class StateLines
{
    /// <summary>
    /// What each CPU's TLB holds; an entry that differs from the page tables is stale. Nothing is
    /// written when every TLB is empty.
    /// </summary>
    public static void AppendTlb(
        StringBuilder text, Machine machine, Picture picture, FrameNames frames)
    {
        if (picture.Tlb.Count == 0)
        {
            return;
        }

        AddressText addresses = new(machine);
        Dictionary<ulong, int> tables = picture.Translations.ToDictionary(
            static entry => entry.Address, static entry => entry.Frame);
        HashSet<int> inUse = [.. picture.Frames];
        text.Append("---[ TLB ]---\n");
        foreach (TlbEntry entry in picture.Tlb.OrderBy(static e => e.Cpu)
            .ThenBy(static e => e.Address))
        {
            bool stale = !tables.TryGetValue(entry.Address, out int frame)
                || frame != entry.Frame;
            text.Append("cpu ").Append(entry.Cpu).Append("  ")
                .Append(addresses.Wide(entry.Address)).Append(' ')
                .Append(frames.Of(entry.Frame)).Append(stale ? " stale" : "")
                .Append(inUse.Contains(entry.Frame) ? "\n" : " (free frame)\n");
        }
    }

    public static void AppendKmemleak(StringBuilder text, Machine machine, Picture picture)
    {
        if (!picture.KmemleakEnabled)
        {
            text.Append("---[ kmemleak: off ]---\n");
            return;
        }

        AddressText addresses = new(machine);
        text.Append("---[ kmemleak objects ]---\n");
        foreach (KmemleakEntry entry in picture.Kmemleak)
        {
            text.Append(addresses.Wide(entry.Address)).Append("   ")
                .Append(entry.Size).Append(" bytes, min_count ").Append(entry.MinCount)
                .Append('\n');
        }

        if (picture.Kmemleak.Count == 0)
        {
            text.Append("none\n");
        }
    }

    public static void AppendCounters(StringBuilder text, Picture picture)
    {
        Counters counters = picture.Counters;
        int mapped = picture.Translations.Select(static entry => entry.Frame).Distinct().Count();
        text.Append("---[ counters ]---\n")
            .Append($"vmap_lazy_nr   {counters.LazyPages}\n")
            .Append($"page tables    {counters.Tables.Pud} pud, {counters.Tables.Pmd} pmd, ")
            .Append($"{counters.Tables.Pte} pte\n")
            .Append($"frames         {counters.PagesInUse} in use, {mapped} mapped\n")
            .Append($"slab           {Live(SlabKind.Vm)} vm_struct, ")
            .Append($"{Live(SlabKind.Va)} vmap_area, {Live(SlabKind.Array)} pages array\n")
            .Append($"rcu callbacks  {counters.RcuPending}\n");

        int Live(SlabKind kind) => picture.Objects.Count(item => item.Kind == kind);
    }
}
