// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Search;

/// <summary>Reads the sections of a dump that are not about ranges.</summary>
sealed class StateReader(DumpScanner scanner)
{
    const int MaxCpu = 31;

    /// <summary>The lines of the counters in their order; each fills in what it tells.</summary>
    public IReadOnlyList<Func<DumpedCounters, DumpedCounters>> CounterLines =>
        [LazyPages, PageTables, Frames, Slab, Rcu];

    public DumpedBlock Block()
    {
        long start = scanner.Address();
        scanner.Expect("cpu");
        int cpu = (int)scanner.Number("a CPU", MaxCpu);
        int free = Count("free");
        scanner.Expect(",");
        int dirty = Count("dirty");
        bool isQueued = scanner.Take(",");
        if (isQueued)
        {
            scanner.Expect("queued");
        }

        return new DumpedBlock(start, cpu, free, dirty, isQueued);
    }

    public DumpedTlbEntry TlbEntry()
    {
        scanner.Expect("cpu");
        int cpu = (int)scanner.Number("a CPU", MaxCpu);
        long address = scanner.Address();
        bool isOfDevice = scanner.Take("device");
        int frame = scanner.Numbered('f', AreaReader.MaxFrame, "a frame (f0)");
        bool isStale = scanner.Take("stale");
        bool isFree = scanner.Take("(");
        if (isFree)
        {
            scanner.Expect("free");
            scanner.Expect("frame");
            scanner.Expect(")");
        }

        return new DumpedTlbEntry(cpu, address, frame, isStale, isFree)
        {
            IsOfDevice = isOfDevice,
        };
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
        int count = Count();
        if (scanner.Take("pud"))
        {
            counters = counters with { Pud = count };
            scanner.Expect(",");
            count = Count();
        }

        if (scanner.Take("pmd"))
        {
            counters = counters with { Pmd = count };
            scanner.Expect(",");
            count = Count();
        }

        scanner.Expect("pte");
        return counters with { Pte = count };
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
        counters = counters with { PagesArrays = Count("pages", "array") };
        while (scanner.Take(","))
        {
            counters = Rare(counters, Count());
        }

        return counters;
    }

    DumpedCounters Rare(DumpedCounters counters, int count)
    {
        switch (scanner.Choice(["percpu", "vmap_block", "radix_tree_node", "other"]))
        {
            case 0:
                scanner.Expect("array");
                return counters with { PercpuArrays = count };
            case 1:
                return counters with { VmapBlocks = count };
            case 2:
                return counters with { RadixNodes = count };
            default:
                scanner.Expect("object");
                return counters with { OtherObjects = count };
        }
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
