// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

/// <summary>
/// The facts a target claims. A law asks the profile, never the version: a target with other facts
/// is judged by other numbers, or by fewer laws. Facts of real code were seen in 6.1.192 and
/// 6.12.117; in which version between each began, is not claimed.
/// </summary>
public sealed record Profile
{
    /// <summary>The version these facts belong to, as printed.</summary>
    public required string Name { get; init; }

    public required Era Era { get; init; }

    /// <summary>How far the laws reach that the target wants to be held to.</summary>
    public Reach Reach { get; init; } = Reach.Linux2632;

    public required DefectMode Mode { get; init; }

    /// <summary>A freed range keeps its translations until the purge (B28).</summary>
    public required bool ClearsLazily { get; init; }

    /// <summary>TLBs are flushed at the purge, not at free.</summary>
    public bool FlushesLazily { get; init; } = true;

    /// <summary>Every area ends in a page that is never mapped.</summary>
    public bool HasGuardPage { get; init; } = true;

    /// <summary>Behind a lower area, a new one leaves a page free.</summary>
    public bool LeavesAGap { get; init; }

    /// <summary>
    /// Each search for addresses begins at the lower bound, and finds the lowest hole.
    /// </summary>
    public bool SearchesFromBelow { get; init; }

    /// <summary>Data pages are asked for with __GFP_NOWARN, whatever the caller's mask.</summary>
    public bool PagesDoNotWarn { get; init; }

    /// <summary>
    /// Bytes that an area's end may lie above VMALLOC_END taken literally: 0 where the kernel
    /// compares the end itself, 1 where it compares the last byte.
    /// </summary>
    public ulong EndSlack { get; init; }

    /// <summary>
    /// Page tables may be allocated with GFP_KERNEL whatever the caller asked (B47).
    /// </summary>
    public bool TablesIgnoreGfp { get; init; }

    /// <summary>
    /// References kmemleak must find to a block: descriptor, vmap_area, and the user's.
    /// </summary>
    public int KmemleakMinCount { get; init; } = 3;

    /// <summary>A size of 0 draws a warning, and nothing else.</summary>
    public bool WarnsOfSizeZero { get; init; }

    /// <summary>vmap takes away the right to execute, whatever it is asked.</summary>
    public bool VmapIsNotExecutable { get; init; }

    /// <summary>
    /// An address anywhere in an area stands for the area: a free of an interior
    /// pointer is a caller's mistake that nothing checks.
    /// </summary>
    public bool FindsAreasByAnyAddress { get; init; }

    /// <summary>
    /// A vunmap of a block is noticed. Where it is not, it is a caller's mistake that nothing
    /// checks: the pages are lost.
    /// </summary>
    public bool TellsKindsApart { get; init; } = true;

    /// <summary>
    /// Masks must allow to wait; beside GFP_KERNEL only GFP_NOFS and GFP_NOIO.
    /// </summary>
    public bool OnlyWaits { get; init; }

    /// <summary>__GFP_NOFAIL is kept: the call sleeps until there is memory.</summary>
    public bool HonoursNofail { get; init; }

    /// <summary>
    /// A call in interrupt context, or for an empty range, ends in a BUG_ON; else it is not made.
    /// </summary>
    public bool BugsOnMistakes { get; init; }

    /// <summary>vfree in interrupt context waits until that is over.</summary>
    public bool DefersFrees { get; init; }

    /// <summary>
    /// What the version is known to do wrong. <see cref="DefectMode.Fixed"/> excuses it, so that
    /// something new is seen; <see cref="DefectMode.Faithful"/> does not.
    /// </summary>
    public KnownDefects Known { get; init; }

    /// <summary>
    /// A protection that is dirty must be writable: else it is a shadow stack's.
    /// </summary>
    public bool DirtyNeedsWrite { get; init; }

    /// <summary>remove_vm_area warns of an address that is not page aligned.</summary>
    public bool RemoveWantsPages { get; init; }

    /// <inheritdoc cref="Spec.VreadHoles"/>
    public VreadHoles VreadHoles { get; init; }

    /// <summary>vm_map_ram takes a protection.</summary>
    public bool MapsRamAsAsked { get; init; }

    /// <summary>The protection that a call's pages get.</summary>
    public Pgprot Granted(Call call) => call.Kind switch
    {
        CommandKind.VmMapRam when !MapsRamAsAsked => Pgprot.Kernel,
        CommandKind.Ioremap => Pgprot.KernelIo,
        CommandKind.Vmap when VmapIsNotExecutable => call.Prot.NotExecutable,
        _ => call.Prot,
    };

    /// <summary>The same facts in a mode: a trace says which.</summary>
    public Profile In(DefectMode mode) => mode == Mode ? this : this with { Mode = mode };

    /// <summary>Whether a defect is one that is known, and need not be seen again.</summary>
    public bool Excuses(KnownDefects defect) => Mode == DefectMode.Fixed && (Known & defect) != 0;

    /// <summary>The facts of an era: of its model, or of the real code.</summary>
    public static Profile Of(Era era, DefectMode mode) => era switch
    {
        < Era.V61 => new()
        {
            Name = Eras.Name(era),
            Era = era,
            Mode = mode,
            ClearsLazily = era < Era.V2637,
            LeavesAGap = era < Era.V30,
            SearchesFromBelow = era < Era.V2639,
            PagesDoNotWarn = era >= Era.V30,
            BugsOnMistakes = true,
            MapsRamAsAsked = true,
        },
        Era.V61 => new()
        {
            Name = Eras.Name(era),
            Era = era,
            Reach = Reach.Linux,
            Mode = mode,
            ClearsLazily = false,
            PagesDoNotWarn = true,
            KmemleakMinCount = 2,
            WarnsOfSizeZero = true,
            VmapIsNotExecutable = true,
            FindsAreasByAnyAddress = true,
            TellsKindsApart = false,
            OnlyWaits = true,
            HonoursNofail = true,
            DefersFrees = true,
            VreadHoles = VreadHoles.NothingBelowAnArea,
            Known = KnownDefects.WarnsWithoutMemory | KnownDefects.NofailMapsOverItself,
        },
        _ => Of(Era.V61, mode) with
        {
            Name = Eras.Name(era),
            Era = era,
            DirtyNeedsWrite = true,
            RemoveWantsPages = true,
            VreadHoles = VreadHoles.ZerosEverywhere,
            Known = KnownDefects.All,
        },
    };
}

/// <summary>Defects of real versions that this suite has found.</summary>
[Flags]
public enum KnownDefects : uint
{
    None = 0,

    /// <summary>
    /// A free range that cannot be split for want of a vmap_area draws a WARN_ON_ONCE: an ordinary
    /// failure looks like a bug.
    /// </summary>
    WarnsWithoutMemory = 1,

    /// <summary>
    /// A call with __GFP_NOFAIL whose page tables run out half way maps again from the start: it
    /// finds its own entries, warns that they are not empty, and goes on so for ever.
    /// </summary>
    NofailMapsOverItself = 2,

    /// <summary>
    /// A range is taken out of the tree before it is looked at: a wrong free by an address inside
    /// memory of vm_map_ram warns, and loses the area for good.
    /// </summary>
    UnlinksBeforeItLooks = 4,

    All = WarnsWithoutMemory | NofailMapsOverItself | UnlinksBeforeItLooks,
}

/// <summary>What <c>vread</c> makes of a range that meets no area.</summary>
public enum VreadHoles
{
    /// <summary>Zeros, where any area lies above its first address (2.6.32).</summary>
    ZerosBelowAnArea,

    /// <summary>
    /// Nothing, where it ends below the next area, as its comment has it (6.1).
    /// </summary>
    NothingBelowAnArea,

    /// <summary>Zeros (6.12).</summary>
    ZerosEverywhere,
}
