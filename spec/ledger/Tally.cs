// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

/// <summary>What one step did, counted while its events are folded.</summary>
public sealed class Tally
{
    /// <summary>Frames taken and given back.</summary>
    public int PagesTaken { get; internal set; }

    /// <inheritdoc cref="PagesTaken"/>
    public int PagesFreed { get; internal set; }

    /// <summary>Frames that more were taken of than given back.</summary>
    public int PagesKept => PagesTaken - PagesFreed;

    /// <summary>Allocations that failed, of any kind.</summary>
    public int Failures { get; internal set; }

    /// <summary>Of them those of slab objects that a tree keeps for later.</summary>
    public int OtherFailures { get; internal set; }

    /// <summary>Slab objects taken and given back.</summary>
    public int ObjectsTaken { get; internal set; }

    /// <inheritdoc cref="ObjectsTaken"/>
    public int ObjectsFreed { get; internal set; }

    /// <summary>Objects given back other than vmap_areas, which wait for the purge.</summary>
    public int DescriptorsFreed { get; internal set; }

    /// <summary>Objects taken in this step and still held, per <see cref="SlabKind"/>.</summary>
    public int VmKept { get; internal set; }

    /// <inheritdoc cref="VmKept"/>
    public int VaKept { get; internal set; }

    /// <inheritdoc cref="VmKept"/>
    public int ArraysKept { get; internal set; }

    /// <inheritdoc cref="VmKept"/>
    public int PercpuArraysKept { get; internal set; }

    /// <summary>
    /// Areas reserved, and of them those abandoned to the purge in the same step.
    /// </summary>
    public int Reserved { get; internal set; }

    /// <inheritdoc cref="Reserved"/>
    public int Abandoned { get; internal set; }

    /// <summary>Areas that became lazy, and areas that left the tree.</summary>
    public int Lazied { get; internal set; }

    /// <inheritdoc cref="Lazied"/>
    public int Released { get; internal set; }

    /// <summary>Purges that released something.</summary>
    public int Purges { get; internal set; }

    /// <summary>Of them those that a request without a hole asked for.</summary>
    public int PurgesForSpace { get; internal set; }

    /// <summary>Of them those that came because the mark was crossed.</summary>
    public int PurgesAtTheMark { get; internal set; }

    /// <summary>
    /// Releases while neither the mark had been crossed nor a request lacked space.
    /// </summary>
    public int EarlyReleases { get; internal set; }

    /// <summary>Releases for want of space although a hole would have fitted.</summary>
    public int NeedlessPurges { get; internal set; }

    /// <summary>"No space" although a hole would have fitted, or lazy areas were left.</summary>
    public int NeedlessRefusals { get; internal set; }

    public int TlbFlushes { get; internal set; }

    /// <summary>Flushes after the first within one purge, and flushes outside any purge.</summary>
    public int ExtraFlushes { get; internal set; }

    /// <inheritdoc cref="ExtraFlushes"/>
    public int FlushesOutsidePurge { get; internal set; }

    public int NoVaSpace { get; internal set; }

    public int Warnings { get; internal set; }

    public int PtesSet { get; internal set; }

    /// <summary>Of the entries set those that lead to a device.</summary>
    public int DevicePtesSet { get; internal set; }

    /// <summary>Ranges for devices that a lower hole would have fitted.</summary>
    public int HighDevices { get; internal set; }

    public int PtesCleared { get; internal set; }

    /// <summary>
    /// Events that change state; warnings, locks and look-ups that found nothing do not.
    /// </summary>
    public int Changes { get; internal set; }

    /// <summary>Pages taken from another node although the asked one had some.</summary>
    public int NodeMisses { get; internal set; }

    /// <summary>Allocations that asked for another node than the call did.</summary>
    public int NodeChanges { get; internal set; }

    /// <summary>Nested allocations with reclaim bits that the caller did not give.</summary>
    public int GfpGains { get; internal set; }

    /// <summary>
    /// Slab objects, tables, or pages of a nested array, asked for with a zone bit.
    /// </summary>
    public int ZoneLeaks { get; internal set; }

    /// <summary>Tables asked for with reclaim bits that the caller did not give.</summary>
    public int TableGfpGains { get; internal set; }

    /// <summary>A lock taken twice, or dropped without being held.</summary>
    public int LockMistakes { get; internal set; }

    /// <summary>Pages given back while their area was on vmlist.</summary>
    public int EarlyPageFrees { get; internal set; }

    /// <summary>vmap_areas given back while walkers could still see them.</summary>
    public int EarlyVaFrees { get; internal set; }

    /// <summary>Times vmlist_lock was taken.</summary>
    public int VmlistLocks { get; internal set; }

    /// <summary>A list or tree changed while its lock was not held.</summary>
    public int UnlockedChanges { get; internal set; }

    /// <summary>Tables for which page_table_lock was not taken after they came.</summary>
    public int UnlockedTables { get; internal set; }

    /// <summary>Data pages asked for with another mask than the caller gave.</summary>
    public int GfpChanges { get; internal set; }

    /// <summary>Nested allocations without reclaim bits that the caller gave.</summary>
    public int GfpLosses { get; internal set; }

    /// <summary>Descriptors, tables, arrays and their pages asked for without __GFP_ZERO.</summary>
    public int NotZeroed { get; internal set; }

    /// <summary>Entries set since the last flush_cache_vmap.</summary>
    public int CacheDebt { get; internal set; }

    /// <summary>
    /// Calls of flush_cache_vmap, and of them those over anything but an area's data pages.
    /// </summary>
    public int CacheMaps { get; internal set; }

    /// <inheritdoc cref="CacheMaps"/>
    public int CacheMapMistakes { get; internal set; }

    /// <summary>
    /// Entries cleared, and ranges freed, that no flush_cache_vunmap had covered.
    /// </summary>
    public int CacheUnmapMistakes { get; internal set; }

    /// <summary>Pages that vwrite changed out of turn, or not as told.</summary>
    public int WriteMistakes { get; internal set; }

    /// <summary>Parts of per-CPU blocks, and areas of vm_map_ram, that were given back.</summary>
    public int RamFreed { get; internal set; }

    /// <summary>Pages of a block handed out again, or given back that were not handed out.</summary>
    public int PartMistakes { get; internal set; }

    /// <summary>Times a block told another number of free or dirty pages than it has.</summary>
    public int MiscountedBlocks { get; internal set; }

    /// <summary>Blocks made while another on the same queue had room.</summary>
    public int NeedlessBlocks { get; internal set; }

    /// <summary>Parts taken of a block while a newer one on the queue had room.</summary>
    public int OlderBlocksServed { get; internal set; }

    /// <summary>Blocks that went while pages of them were handed out.</summary>
    public int BusyBlocksRemoved { get; internal set; }

    /// <summary>vmap_blocks taken that are in no tree and were not given back.</summary>
    public int VmapBlocksKept { get; internal set; }

    /// <summary>Times another task read the list in the middle of the call.</summary>
    public int ListsRead { get; internal set; }

    /// <summary>Of them those without vmlist_lock.</summary>
    public int UnlockedReads { get; internal set; }

    /// <summary>
    /// Of them those that saw anything but the areas that were wholly built, each as it was.
    /// </summary>
    public int WrongLists { get; internal set; }

    /// <summary>Areas on vmlist that were half built when the list was read.</summary>
    public int HalfBuilt { get; internal set; }

    /// <summary>Event about an area, translation or object that does not exist, or twice.</summary>
    public int Strays { get; internal set; }

    internal void Clear()
    {
        OtherFailures = 0;
        PagesTaken = PagesFreed = Failures = DescriptorsFreed = ObjectsTaken = ObjectsFreed = 0;
        VmKept = VaKept = PercpuArraysKept = 0;
        ArraysKept = Reserved = Abandoned = Lazied = Released = Purges = EarlyReleases = 0;
        NeedlessPurges = NeedlessRefusals = TlbFlushes = NoVaSpace = Warnings = PtesSet = 0;
        DevicePtesSet = HighDevices = 0;
        PtesCleared = Changes = NodeMisses = NodeChanges = GfpGains = ZoneLeaks = 0;
        TableGfpGains = LockMistakes = Strays = ExtraFlushes = FlushesOutsidePurge = 0;
        EarlyPageFrees = EarlyVaFrees = VmlistLocks = UnlockedChanges = GfpChanges = 0;
        GfpLosses = NotZeroed = UnlockedTables = 0;
        PurgesForSpace = PurgesAtTheMark = 0;
        RamFreed = PartMistakes = MiscountedBlocks = NeedlessBlocks = VmapBlocksKept = 0;
        BusyBlocksRemoved = OlderBlocksServed = 0;
        ListsRead = UnlockedReads = WrongLists = HalfBuilt = 0;
        CacheDebt = CacheMaps = CacheMapMistakes = CacheUnmapMistakes = WriteMistakes = 0;
    }
}
