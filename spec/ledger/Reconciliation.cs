// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

/// <summary>Compares the ledger with a walk, subject by subject.</summary>
public static class Reconciliation
{
    /// <summary>The first difference in words; null when the two agree.</summary>
    public static string? FirstDifference(Ledger ledger, Picture picture) =>
        Areas(ledger, picture) ?? Vmlist(ledger, picture) ?? VmapBlocks(ledger, picture)
        ?? Translations(ledger, picture)
        ?? Tables(ledger, picture) ?? Frames(ledger, picture) ?? Tlb(ledger, picture)
        ?? Figures(ledger, picture);

    static string? Areas(Ledger ledger, Picture picture)
    {
        int at = 0;
        foreach (Area area in ledger.Areas.All())
        {
            if (at == picture.VmapAreas.Count || picture.VmapAreas[at].Start != area.Start
                || picture.VmapAreas[at].End != area.End)
            {
                return $"vmap_area 0x{area.Start:x}-0x{area.End:x} is not in the tree";
            }

            at++;
        }

        return at == picture.VmapAreas.Count ? null
            : $"the tree holds 0x{picture.VmapAreas[at].Start:x}, which no event reserved";
    }

    static string? Vmlist(Ledger ledger, Picture picture)
    {
        foreach (VmEntry entry in picture.Vmlist)
        {
            if (ledger.AreaFrom(entry.Address) is not { IsLive: true } area
                || area.VmSize != entry.Size || area.Flags != entry.Flags
                || area.NrPages != entry.NrPages || area.Caller != entry.Caller)
            {
                return $"vmlist entry 0x{entry.Address:x} is not what events made of it";
            }
        }

        return picture.Vmlist.Count == ledger.LiveAreas ? null
            : $"vmlist has {picture.Vmlist.Count} entries, {ledger.LiveAreas} areas are live";
    }

    static string? VmapBlocks(Ledger ledger, Picture picture)
    {
        foreach (VmapBlockEntry entry in picture.VmapBlocks)
        {
            if (ledger.AreaFrom(entry.Start)?.Block is not { IsGone: false } block
                || block.Free != entry.Free || block.Dirty != entry.Dirty
                || block.QueuedOn != (entry.IsQueued ? entry.Cpu : -1))
            {
                return $"per-CPU block 0x{entry.Start:x} is not what events made of it";
            }
        }

        return !picture.ShowsVmapBlocks || picture.VmapBlocks.Count == ledger.VmapBlocks ? null
            : $"{picture.VmapBlocks.Count} per-CPU blocks stand, events left {ledger.VmapBlocks}";
    }

    static string? Translations(Ledger ledger, Picture picture)
    {
        foreach (TranslationEntry entry in picture.Translations)
        {
            Translation translation = ledger.Translations.Get(entry.Address);
            if (!translation.IsPresent || translation.Frame != entry.Frame
                || translation.Prot != entry.Prot)
            {
                return $"the tables map 0x{entry.Address:x} to frame 0x{entry.Frame:x} {entry.Prot}, "
                    + "no event did";
            }
        }

        return picture.Translations.Count == ledger.TranslationsPresent ? null
            : $"the tables hold {picture.Translations.Count} translations, events left "
                + $"{ledger.TranslationsPresent}";
    }

    static string? Tables(Ledger ledger, Picture picture)
    {
        foreach (TableEntry table in picture.Tables)
        {
            if (table.Level > TableLevel.Pte || !ledger.IsReachable(table.Level, table.Base))
            {
                return $"a {table.Level} table covers 0x{table.Base:x}, no event linked it";
            }
        }

        return picture.Tables.Count == ledger.TablesLinked ? null
            : $"{picture.Tables.Count} tables are linked, events linked {ledger.TablesLinked}";
    }

    static string? Frames(Ledger ledger, Picture picture)
    {
        foreach (int frame in picture.Frames)
        {
            if (!ledger.HasFrame(frame) || !ledger.Frame(frame).IsOwned)
            {
                return $"frame 0x{frame:x} is in use, no event took it";
            }
        }

        return picture.Frames.Count == ledger.FramesOwned ? null
            : $"{picture.Frames.Count} frames are in use, events took {ledger.FramesOwned}";
    }

    static string? Tlb(Ledger ledger, Picture picture)
    {
        foreach (TlbEntry entry in picture.Tlb)
        {
            if ((ledger.Translations.Get(entry.Address).Tlb >> entry.Cpu & 1) == 0)
            {
                return $"the TLB of CPU {entry.Cpu} still holds 0x{entry.Address:x}";
            }
        }

        return picture.Tlb.Count == ledger.Tlb.Count ? null
            : $"TLBs hold {picture.Tlb.Count} entries, events left {ledger.Tlb.Count}";
    }

    static string? Figures(Ledger ledger, Picture picture) =>
        picture.Objects.Count != ledger.ObjectsLive
            ? $"{picture.Objects.Count} slab objects are live, events left {ledger.ObjectsLive}"
        : picture.KmemleakEnabled != ledger.KmemleakEnabled
            ? "kmemleak is on in one account and off in the other"
        : picture.KmemleakEnabled && picture.Kmemleak.Count != ledger.KmemleakObjects
            ? $"kmemleak knows {picture.Kmemleak.Count} blocks, events left {ledger.KmemleakObjects}"
        : null;
}
