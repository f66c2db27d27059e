// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

/// <summary>
/// <c>gfp_t</c> of 2.6.32-2.6.37: how an allocation may behave, and from which zone it is taken.
/// </summary>
[Flags]
public enum Gfp : uint
{
    None = 0,
    Dma = 0x1,
    Highmem = 0x2,
    Dma32 = 0x4,
    Movable = 0x8,
    Wait = 0x10,
    High = 0x20,
    Io = 0x40,
    Fs = 0x80,
    Cold = 0x100,
    Nowarn = 0x200,
    Repeat = 0x400,
    Nofail = 0x800,
    Noretry = 0x1000,
    Comp = 0x4000,
    Zero = 0x8000,
    Nomemalloc = 0x10000,
    Hardwall = 0x20000,
    Thisnode = 0x40000,
    Reclaimable = 0x80000,
    Notrack = 0x200000,

    Atomic = High,
    Noio = Wait,
    Nofs = Wait | Io,
    Kernel = Wait | Io | Fs,

    /// <summary>The zone modifiers: which memory, not how hard to try.</summary>
    Zones = Dma | Highmem | Dma32,

    /// <summary>What a slab or nested allocation inherits from its caller.</summary>
    ReclaimMask = Wait | High | Io | Fs | Nowarn | Repeat | Nofail | Noretry | Nomemalloc,
}
