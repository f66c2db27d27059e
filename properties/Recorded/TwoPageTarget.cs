// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Properties;

/// <summary>
/// Does what <see cref="Recorded"/> says and nothing else: one block of two pages, and its line in
/// vmallocinfo. So the comparer is tested without a model.
/// </summary>
sealed class TwoPageTarget : ITarget
{
    const ulong Start = 0x4900_0000_0000;

    public const string Recorded =
        "config name=two start=490000000000 end=490fffffffff totalram=64 frames=64 nodes=1 cpus=2 "
        + "online=2 lazymax=8192 rcu=end debug_pagealloc=0 dma32=1 ratelimit=1 early=0\n"
        + """
        > boot
        = ok
        n lazy=0 tab=0/0/0 pages=0 rcu=0 obj=vm:0,va:0,arr:0 cls=
        > cpu 1
        = ok
        > __vmalloc_node size=2000 align=1 gfp=d2 prot=k node=-1
        = @0

        """
        + "e s+vm:64:80d0:-1 s+va:104:d0:-1 s+arr:16:80d0:-1 p+6-7:d2:-1 t+pud t+pmd t+pte "
        + "m@0*2 cm@0@2000 k+@0:8192:3:d2\n"
        + """
        +vm @0 3000 2 2 k
        +va @0 @3000 4
        +map @0 2 8000000000000163 6-7
        +km @0 8192 3
        n tab=1/1/1 pages=2 obj=vm:1,va:1,arr:1 cls=16:1,64:1,128:1
        > vmallocinfo
        = ok
        i 0x0000490000000000-0x0000490000003000   12288 caller1+0x10/0x20 pages=2 vmalloc N0=2
        end

        """;

    bool allocated;

    public string Name => "two pages";

    public Profile Profile { get; } = Profile.Of(Era.V2632, DefectMode.Faithful);

    public Observations Observes => Observations.All;

    /// <summary>CPU of the last call.</summary>
    public int Cpu { get; private set; } = -1;

    public void Boot(Machine machine) => allocated = false;

    public void Execute(Step step)
    {
        Cpu = step.Call.Cpu;
        if (step.Call.Kind == CommandKind.Vmallocinfo)
        {
            step.Text.Append("0x0000490000000000-0x0000490000003000   12288 caller1+0x10/0x20 ")
                .Append("pages=2 vmalloc N0=2\n");
            return;
        }

        allocated = true;
        step.Outcome = Outcome.Pointer(Start);
        Slab(step, SlabKind.Vm, 64, Gfp.Kernel | Gfp.Zero);
        Slab(step, SlabKind.Va, 104, Gfp.Kernel);
        step.Add(EventKind.AreaReserve, Start, Start + 0x3000);
        Slab(step, SlabKind.Array, 16, Gfp.Kernel | Gfp.Zero);
        step.Add(new(EventKind.PageAlloc, 0, 6, -1, Gfp.Kernel | Gfp.Highmem, 0, 0, 0));
        step.Add(new(EventKind.PageAlloc, 0, 7, -1, Gfp.Kernel | Gfp.Highmem, 0, 0, 0));
        foreach (TableLevel level in (TableLevel[])[TableLevel.Pud, TableLevel.Pmd, TableLevel.Pte])
        {
            step.Add(new(EventKind.TableAlloc, (byte)level, 1, 0, Gfp.Kernel | Gfp.Zero, Start, 0, 0));
        }

        step.Add(EventKind.PteSet, Start, 0, 6, Pgprot.Kernel.Bits);
        step.Add(EventKind.Lock, 0);
        step.Add(EventKind.PteSet, Start + 0x1000, 0, 7, Pgprot.Kernel.Bits);
        step.Add(EventKind.CacheFlushMap, Start, Start + 0x2000);
        step.Add(new(
            EventKind.KmemleakAlloc, 0, 3, 0, Gfp.Kernel | Gfp.Highmem, Start, 0, 0x2000));
    }

    public void Walk(Picture picture)
    {
        if (!allocated)
        {
            return;
        }

        picture.Vmlist.Add(new(Start, 0x3000, VmFlags.Alloc, 2, Caller.Direct, 0, 2));
        picture.VmapAreas.Add(new(Start, Start + 0x3000, 4));
        picture.Translations.Add(new(Start, 6, Pgprot.Kernel));
        picture.Translations.Add(new(Start + 0x1000, 7, Pgprot.Kernel));
        picture.Kmemleak.Add(new(Start, 0x2000, 3));
        picture.Objects.Add(new(0, SlabKind.Vm, 64, 64));
        picture.Objects.Add(new(1, SlabKind.Va, 104, 128));
        picture.Objects.Add(new(2, SlabKind.Array, 16, 16));
        picture.Counters = new() { PagesInUse = 2, Tables = (1, 1, 1) };
    }

    public ulong Content(int frame) => 0;

    static void Slab(Step step, SlabKind kind, ulong bytes, Gfp gfp) =>
        step.Add(new(EventKind.SlabAlloc, (byte)kind, (int)kind, -1, gfp, 0, 0, bytes));
}
