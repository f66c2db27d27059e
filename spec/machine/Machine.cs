// SPDX-License-Identifier: GPL-2.0-only
using System.Numerics;

namespace Verification.Spec;

/// <summary>When callbacks queued with <c>call_rcu</c> run.</summary>
public enum RcuMode
{
    /// <summary>At the end of each command, in queueing order.</summary>
    EndOfCommand,

    /// <summary>Only in command <c>grace()</c>.</summary>
    Manual,
}

/// <summary>
/// The hardware and configuration under a target. A trace carries its machine in full, so that it
/// replays for ever.
/// </summary>
public sealed record Machine
{
    /// <summary>A label for people; two machines with equal facts behave the same.</summary>
    public required string Name { get; init; }

    /// <summary>Bytes of a page are <c>1 &lt;&lt; PageShift</c>; 4 to 16.</summary>
    public int PageShift { get; init; } = 12;

    /// <summary>Index bits of each table level.</summary>
    public TableShape Levels { get; init; } = new(9, 9, 9, 9);

    /// <summary>
    /// Bits of a page-table entry, 64 or 32. One of 32 bits has no NX: everything may be executed.
    /// </summary>
    public int EntryBits { get; init; } = 64;

    /// <summary>
    /// BITS_PER_LONG, of an <c>unsigned long</c> and of a pointer: 64, 32, or 16 for a toy.
    /// </summary>
    public int LongBits { get; init; } = 64;

    /// <summary>
    /// Bits of an <c>unsigned int</c>: 32, or 8 to 31 for a toy, in which C's sums wrap early; at
    /// most those of an unsigned long.
    /// </summary>
    public int IntBits { get; init; } = 32;

    /// <summary>VMALLOC_START; page aligned.</summary>
    public ulong Start { get; init; } = 0x4900_0000_0000;

    /// <summary>VMALLOC_END, taken literally: an area must satisfy <c>end &lt;= End</c>.</summary>
    public ulong End { get; init; } = 0x4900_0005_ffff;

    /// <summary><c>totalram_pages</c>, the gate of <c>__vmalloc_node</c>, in pages.</summary>
    public int TotalRam { get; init; } = 64;

    /// <summary>Page frames that really exist: 0 to Frames-1.</summary>
    public int Frames { get; init; } = 128;

    /// <summary>Nodes; node of frame f is <c>f * Nodes / Frames</c>.</summary>
    public int Nodes { get; init; } = 1;

    /// <summary>Possible CPUs, at most 32.</summary>
    public int Cpus { get; init; } = 1;

    /// <summary>Online CPUs, at most <see cref="Cpus"/>.</summary>
    public int Online { get; init; } = 1;

    /// <summary>
    /// <c>lazy_max_pages()</c>: a free that leaves more than this many lazy pages purges.
    /// </summary>
    public int LazyMax { get; init; } = 8192;

    public RcuMode Rcu { get; init; } = RcuMode.EndOfCommand;

    /// <summary>CONFIG_DEBUG_PAGEALLOC: a freed range is unmapped and flushed at once.</summary>
    public bool DebugPagealloc { get; init; }

    /// <summary>Zone DMA32 exists; without it <c>vmalloc_32</c> asks for zone DMA.</summary>
    public bool Dma32 { get; init; } = true;

    /// <summary>Rate-limited messages are printed; false: all of them are suppressed.</summary>
    public bool PrintsRateLimited { get; init; } = true;

    /// <summary>
    /// SHMLBA, the alignment of <c>vmalloc_user</c>, in bytes; a power of two pages.
    /// </summary>
    public ulong Shmlba { get; init; } = 4096;

    /// <summary>Areas registered before boot; at the bottom of the range.</summary>
    public EarlyAreas Early { get; init; } = EarlyAreas.None;

    /// <summary>First address of an area registered before boot.</summary>
    public ulong EarlyStart(int index) => Early.StartOf(index, Start, PageSize);

    /// <summary>
    /// VMAP_BBMAP_BITS, the pages of a per-CPU block of <c>vm_map_ram</c>; a power of two. As 64-bit
    /// kernels derive it for up to 2048 CPUs, unless a machine has smaller ones.
    /// </summary>
    public int VmapBlockPages { get; init; } = MostVmapBlockPages;

    /// <summary>
    /// VMAP_MAX_ALLOC: as many pages at most come from a block. BITS_PER_LONG, half a block at most.
    /// </summary>
    public int VmapMaxAlloc => Math.Min(LongBits, VmapBlockPages / 2);

    /// <summary>VMAP_BBMAP_BITS_MAX.</summary>
    public const int MostVmapBlockPages = 1024;

    public ulong PageSize => 1UL << PageShift;

    public ulong PageMask => PageSize - 1;

    /// <summary>Bytes of a pointer, and of one entry of a pages array.</summary>
    public int PointerBytes => LongBits / 8;

    /// <summary>Hex digits of a pointer, as %p prints it.</summary>
    public int PointerDigits => LongBits / 4;

    /// <summary>ULONG_MAX.</summary>
    public ulong LongMask => ulong.MaxValue >> (64 - LongBits);

    /// <summary>UINT_MAX.</summary>
    public ulong IntMask => (1UL << IntBits) - 1;

    /// <summary>
    /// The page behind the last of the range, whether VMALLOC_END is odd or not; the last of all
    /// pages where the range ends with it, as nothing lies behind.
    /// </summary>
    public ulong RangeEnd =>
        (End > ulong.MaxValue - PageMask ? End : End + PageMask) & ~PageMask;

    /// <summary>
    /// Frames behind those of memory that belong to devices: no allocator owns them.
    /// </summary>
    public const int DeviceFrames = 256;

    /// <summary>It is no page of memory, but of a device.</summary>
    public bool IsDevice(int frame) => frame >= Frames;

    /// <summary>The first physical address of a device: all below is memory.</summary>
    public ulong DeviceStart => (ulong)Frames << PageShift;

    /// <summary>The first physical address behind all devices.</summary>
    public ulong DeviceEnd => (ulong)(Frames + DeviceFrames) << PageShift;

    /// <summary>Whether a page-table entry has room for the address of every frame.</summary>
    public bool EntriesHoldAllFrames => DeviceEnd - 1 <= ulong.MaxValue >> (64 - EntryBits);

    /// <summary>
    /// The alignment that a range for device memory needs so that large pages can map it: the
    /// power of two that holds its size, between one page and 128.
    /// </summary>
    public ulong IoremapAlign(ulong size)
    {
        int bits = 64 - BitOperations.LeadingZeroCount(unchecked(size - 1));
        return 1UL << Math.Clamp(bits, PageShift, PageShift + 7);
    }

    /// <summary>
    /// PAGE_ALIGN in unsigned long: wraps to 0 for the last page's worth of sizes.
    /// </summary>
    public ulong PageAlign(ulong size) => unchecked(size + PageMask) & ~PageMask & LongMask;

    /// <summary>Whether there is no room in an unsigned long for a size and its guard.</summary>
    public bool GuardWraps(ulong size) => PageAlign(size) == (LongMask & ~PageMask);

    /// <summary>The bits of a protection that an entry has room for.</summary>
    public Pgprot Supported(Pgprot prot) => new(prot.Bits & (ulong.MaxValue >> (64 - EntryBits)));

    public int NodeOfCpu(int cpu) => cpu * Nodes / Cpus;

    public int NodeOfFrame(int frame) => (int)((long)frame * Nodes / Frames);
}
