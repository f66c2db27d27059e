// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Search;

/// <summary>Reads the sections of a dump that are not about ranges.</summary>
sealed class StateReader(DumpScanner scanner)
{
    const int MaxCpu = 31;

    /// <summary>The lines of the counters in their order; each fills in what it tells.</summary>
    public IReadOnlyList<Func<DumpedCounters, DumpedCounters>> CounterLines =>
        [LazyPages, PageTables, Frames, Slab, Rcu];

    public DumpedTlbEntry TlbEntry()
    {
        scanner.Expect("cpu");
        int cpu = (int)scanner.Number("a CPU", MaxCpu);
        long address = scanner.Address();
        int frame = scanner.Numbered('f', AreaReader.MaxFrame, "a frame (f0)");
        bool isStale = scanner.Take("stale");
        bool isFree = scanner.Take("(");
        if (isFree)
        {
            scanner.Expect("free");
            scanner.Expect("frame");
            scanner.Expect(")");
        }

        return new DumpedTlbEntry(cpu, address, frame, isStale, isFree);
    }

    public DumpedObject KmemleakObject()
    {
        long address = scanner.Address();
        ulong size = scanner.Number("a size");
        scanner.Expect("bytes");
        scanner.Expect(",");
        scanner.Expect("min_count");
        return new DumpedObject(address, size, (int)scanner.Signed("min_count"));
    }

    DumpedCounters LazyPages(DumpedCounters counters)
    {
        scanner.Expect("vmap_lazy_nr");
        return counters with { LazyPages = scanner.Signed("a number of pages", long.MaxValue) };
    }

    DumpedCounters PageTables(DumpedCounters counters)
    {
        scanner.Expect("page");
        scanner.Expect("tables");
        counters = counters with { Pud = Count("pud") };
        scanner.Expect(",");
        counters = counters with { Pmd = Count("pmd") };
        scanner.Expect(",");
        return counters with { Pte = Count("pte") };
    }

    DumpedCounters Frames(DumpedCounters counters)
    {
        scanner.Expect("frames");
        counters = counters with { InUse = Count("in", "use") };
        scanner.Expect(",");
        return counters with { Mapped = Count("mapped") };
    }

    DumpedCounters Slab(DumpedCounters counters)
    {
        scanner.Expect("slab");
        counters = counters with { VmStructs = Count("vm_struct") };
        scanner.Expect(",");
        counters = counters with { VmapAreas = Count("vmap_area") };
        scanner.Expect(",");
        return counters with { PagesArrays = Count("pages", "array") };
    }

    DumpedCounters Rcu(DumpedCounters counters)
    {
        scanner.Expect("rcu");
        scanner.Expect("callbacks");
        return counters with { RcuPending = (int)scanner.Signed("a number of callbacks") };
    }

    int Count(params string[] words)
    {
        int count = (int)scanner.Signed($"a number ({string.Join(' ', words)})");
        foreach (string word in words)
        {
            scanner.Expect(word);
        }

        return count;
    }
}
