// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

/// <summary>
/// What an entry point asks of <c>__vmalloc_node</c> on the caller's behalf: the public allocators
/// differ in nothing else.
/// </summary>
/// <param name="Size">Bytes as asked, not rounded.</param>
/// <param name="Align">Bytes; 1: page alignment falls out of page-aligned sizes.</param>
/// <param name="Node">-1: any node.</param>
/// <param name="Caller">Who is recorded as the caller.</param>
/// <param name="Usermap">The area may be mapped to user space (VM_USERMAP).</param>
public readonly record struct Asked(
    ulong Size, ulong Align, Gfp Gfp, Pgprot Prot, int Node, Caller Caller, bool Usermap)
{
    /// <summary>The block may be rounded up to whole huge pages.</summary>
    public bool MayBeHuge { get; init; }

    const Gfp Plain = Gfp.Kernel | Gfp.Highmem;

    /// <summary>Reads the call; only meaningful for calls that produce a block.</summary>
    public static Asked By(Call call, Machine machine) => call.Kind switch
    {
        CommandKind.VmallocNodeInner => new(
            call.Size, call.Align, call.Gfp, call.Prot, call.Node, Caller.Direct, false),
        CommandKind.VmallocInner => Site(call.Size, call.Gfp, call.Prot),
        CommandKind.VmallocUser =>
            Site(call.Size, Plain | Gfp.Zero, Pgprot.Kernel) with
            {
                Align = machine.Shmlba,
                Usermap = true,
            },
        CommandKind.VmallocNode => Site(call.Size, Plain, Pgprot.Kernel) with { Node = call.Node },
        CommandKind.VmallocExec => Site(call.Size, Plain, Pgprot.KernelExec),
        CommandKind.Vmalloc32 => Site(call.Size, Low(machine), Pgprot.Kernel),
        CommandKind.Vmalloc32User =>
            Site(call.Size, Low(machine) | Gfp.Zero, Pgprot.Kernel) with { Usermap = true },
        CommandKind.Vzalloc => Site(call.Size, Plain | Gfp.Zero, Pgprot.Kernel),
        CommandKind.VzallocNode =>
            Site(call.Size, Plain | Gfp.Zero, Pgprot.Kernel) with { Node = call.Node },
        CommandKind.VmallocHuge =>
            Site(call.Size, Plain, Pgprot.Kernel) with { MayBeHuge = true },
        _ => Site(call.Size, Plain, Pgprot.Kernel),
    };

    /// <summary>What a nested pages array of so many bytes asks for.</summary>
    public Asked ForArray(ulong bytes) => this with
    {
        Size = bytes,
        Align = 1,
        Gfp = (Gfp & Gfp.ReclaimMask) | Gfp.Zero,
        Prot = Pgprot.Kernel,
        Usermap = false,
        MayBeHuge = false,
    };

    static Asked Site(ulong size, Gfp gfp, Pgprot prot) =>
        new(size, 1, gfp, prot, -1, Caller.Site, false);

    /// <summary>Where pointers have no more than 32 bits, all of their memory is low.</summary>
    static Gfp Low(Machine machine) => Gfp.Kernel
        | (machine.LongBits < 64 ? Gfp.None : machine.Dma32 ? Gfp.Dma32 : Gfp.Dma);
}
