// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>
/// What one trace is made of. Every trace draws its own: some commands and sizes often, some not
/// at all. Traces that differ in kind find more than traces that all look alike.
/// </summary>
sealed class Mix
{
    /// <summary>No share is drawn, so that a seed draws what it would without the command.</summary>
    const byte Absent = byte.MaxValue;

    readonly byte[] kinds = new byte[256];
    readonly byte[] sizes = new byte[64];

    public Mix(ref Prng prng, Machine machine, Era era)
    {
        Span<byte> usual = stackalloc byte[Signature.All.Count];
        for (int kind = 0; kind < usual.Length; kind++)
        {
            bool isThere = IsThere(Signature.All[kind], machine, era);
            usual[kind] = isThere ? Usual((CommandKind)kind, machine, era) : Absent;
        }

        Fill(ref prng, kinds, usual);
        usual = usual[..((int)SizeSpace.Wrap + 1)];
        for (int space = 0; space < usual.Length; space++)
        {
            usual[space] = Usual((SizeSpace)space, machine);
        }

        Fill(ref prng, sizes, usual);
        FaultPercent = prng.Pick<byte>([0, 0, 5, 10, 20, 50]);
        IllegalPercent = prng.Pick<byte>([0, 3, 3, 10, 30]);
        CpuPercent = prng.Pick<byte>([0, 30, 90]);
        NodePercent = prng.Pick<byte>([0, 30, 90]);
        GfpPercent = prng.Pick<byte>([0, 20, 70]);
        AlignPercent = prng.Pick<byte>([0, 10, 50]);
        IsInterrupted = prng.Below(16) == 0;
        UnmapsAstray = era <= Era.V30 && IllegalPercent > 0;
    }

    /// <summary>Commands with an armed fault.</summary>
    public int FaultPercent { get; }

    /// <summary>Operands no caller should pass.</summary>
    public int IllegalPercent { get; }

    /// <summary>Commands on another CPU than the first.</summary>
    public int CpuPercent { get; }

    /// <summary>Allocations that ask for a node.</summary>
    public int NodePercent { get; }

    /// <summary>Allocations with another mask than GFP_KERNEL and HIGHMEM.</summary>
    public int GfpPercent { get; }

    /// <summary>Allocations with an alignment.</summary>
    public int AlignPercent { get; }

    /// <summary>The last commands run in interrupt context, where most of them BUG.</summary>
    public bool IsInterrupted { get; }

    /// <summary>
    /// vm_unmap_ram of what is not mapped, seldom: a BUG, with which a trace ends.
    /// </summary>
    public bool UnmapsAstray { get; }

    public CommandKind Kind(ref Prng prng) => (CommandKind)kinds[(int)(prng.Next() >> 56)];

    public SizeSpace Size(ref Prng prng) => (SizeSpace)sizes[(int)(prng.Next() >> 58)];

    /// <summary>Fills an urn with each value's usual share times 0, 1, 2 or 4.</summary>
    static void Fill(ref Prng prng, Span<byte> urn, ReadOnlySpan<byte> usual)
    {
        Span<int> share = stackalloc int[usual.Length];
        int total = 0;
        while (total == 0)
        {
            for (int value = 0; value < usual.Length; value++)
            {
                share[value] = usual[value] == Absent
                    ? 0 : usual[value] * prng.Pick<byte>([0, 0, 1, 1, 2, 4]);
                total += share[value];
            }
        }

        int begin = 0;
        int sum = 0;
        for (int value = 0; value < usual.Length; value++)
        {
            sum += share[value];
            int end = sum * urn.Length / total;
            urn[begin..end].Fill((byte)value);
            begin = end;
        }
    }

    /// <summary>
    /// Whether an era can have it at all, and a machine room for it: vm_map_ram of a kernel that
    /// makes blocks of VMAP_BBMAP_BITS pages needs a few of them.
    /// </summary>
    static bool IsThere(Signature row, Machine machine, Era era) =>
        !row.IsDrawnApart
        && (era > Era.V30 || (row.Since <= Era.V30 && (!IsOfBlocks(row.Kind)
            || (machine.End - machine.Start) >> machine.PageShift
                > 3 * (ulong)machine.VmapBlockPages)));

    static bool IsOfBlocks(CommandKind kind) =>
        kind is CommandKind.VmMapRam or CommandKind.VmUnmapRam;

    static byte Usual(SizeSpace space, Machine machine) => space switch
    {
        SizeSpace.Pages => 16,
        SizeSpace.NearPage => 10,
        SizeSpace.Bytes => 8,
        SizeSpace.Hole => 8,
        SizeSpace.Nesting => (byte)(machine.PageShift < 9 ? 6 : 2),
        SizeSpace.Memory => (byte)(machine.Frames <= 256 ? 3 : 1),
        SizeSpace.Range => 3,
        _ => 1,
    };

    static byte Usual(CommandKind kind, Machine machine, Era era) => kind switch
    {
        _ when !Signature.Of(kind).IsIn(era) => 0,
        CommandKind.Vfree => 40,
        CommandKind.VmallocNodeInner => 16,
        CommandKind.Vmalloc or CommandKind.Vmap => 12,
        CommandKind.VmallocInner or CommandKind.VmallocUser or CommandKind.Vunmap => 8,
        CommandKind.VmallocNode or CommandKind.GetVmArea or CommandKind.GetVmAreaInner => 6,
        CommandKind.Read or CommandKind.Write or CommandKind.RemoveVmArea => 5,
        CommandKind.Vread or CommandKind.Vwrite or CommandKind.MapVmArea => 4,
        CommandKind.MapKernelRangeNoflush or CommandKind.GetVmAreaNode => 4,
        CommandKind.Take => 4,
        CommandKind.Grace => (byte)(machine.Rcu == RcuMode.Manual ? 6 : 1),
        CommandKind.VmallocExec or CommandKind.Vmalloc32 or CommandKind.Vmalloc32User => 3,
        CommandKind.Vzalloc or CommandKind.VzallocNode or CommandKind.FreeVmArea => 3,
        CommandKind.VmallocHuge => 3,
        CommandKind.VmMapRam or CommandKind.VmUnmapRam =>
            (byte)(machine.VmapBlockPages <= 8 ? 24 : 8),
        CommandKind.VmUnmapAliases or CommandKind.VmallocToPage => 3,
        CommandKind.Interrupt => 0,
        _ => 2,
    };
}
