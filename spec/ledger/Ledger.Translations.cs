// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

public sealed partial class Ledger
{
    void PteSet(in Event e)
    {
        Tally.PtesSet++;
        Tally.CacheDebt++;
        Tally.DevicePtesSet += e.Id >= Machine.Frames ? 1 : 0;
        TranslationsPresent++;
        Frame frame = Touch(e.Id);
        ref Translation translation = ref Translations.At(e.Address);
        bool overwrites = translation.IsPresent || translation.IsUnflushed || translation.Tlb != 0;
        if (translation.IsPresent)
        {
            Forget(e.Address, ref translation);
        }

        translation.Frame = e.Id;
        translation.Prot = e.Prot;
        translation.IsHuge = e.Detail == 1;
        translation.Generation = frame.Generation;
        translation.WasOverwritten = overwrites;
        touchedPages.Add(e.Address);
        frame.LiveMaps++;
        Area? area = AreaAt(e.Address);
        if (area is null)
        {
            return;
        }

        Touch(area);
        area.Present++;
        area.SetFrame((e.Address - area.Start) >> Machine.PageShift, e.Id);
        area.Block?.Map((e.Address - area.Start) >> Machine.PageShift);
        if (frame.Area is null && !frame.IsUsers && frame.OwnedSince == Step.Index && frame.IsOwned)
        {
            frame.Area = area;
            area.OwnedFrames++;
        }

        if (frame.Area == area)
        {
            frame.HomeMaps++;
        }
        else if (frame.Area is { } owner)
        {
            owner.Aliases++;
        }
    }

    void PteClear(in Event e)
    {
        ref Translation translation = ref Translations.At(e.Address);
        if (!translation.IsPresent)
        {
            Tally.Strays++;
            return;
        }

        Tally.Strays += translation.Frame == e.Id ? 0 : 1;
        Tally.PtesCleared++;
        touchedPages.Add(e.Address);
        Forget(e.Address, ref translation);
        translation.IsUnflushed = true;
        unflushed.Add(e.Address);
        Area? area = AreaAt(e.Address);
        Tally.CacheUnmapMistakes += IsCacheFlushed(e.Address, area) ? 0 : 1;
        if (area is not null)
        {
            area.Unflushed++;
        }
    }

    /// <summary>Takes a present translation out of every account it is in.</summary>
    void Forget(ulong address, ref Translation translation)
    {
        Frame frame = Touch(translation.Frame);
        Area? area = AreaAt(address);
        if (area is { State: AreaState.Lazy } || (area?.Block is not null && IsDirty(address)))
        {
            frame.LazyMaps--;
        }
        else
        {
            frame.LiveMaps--;
            LeaveLive(area, frame, translation.Generation);
        }

        if (area is not null)
        {
            area.Present--;
            Touch(area);
        }

        TranslationsPresent--;
        translation.Clear();
    }

    /// <summary>A live translation ends, or its area has become lazy.</summary>
    static void LeaveLive(Area? area, Frame frame, int generation)
    {
        if (generation != frame.Generation)
        {
            frame.StaleMaps -= frame.IsOwned && frame.StaleMaps > 0 ? 1 : 0;
        }
        else if (frame.Area == area && area is not null)
        {
            frame.HomeMaps--;
        }
        else if (frame.Area is { } owner)
        {
            owner.Aliases--;
        }
    }

    void TlbFlush(in Event e)
    {
        Tally.TlbFlushes++;
        if (locks[(int)KernelLock.Purge] > 0)
        {
            Tally.ExtraFlushes += ++flushesInPurge > 1 ? 1 : 0;
        }
        else
        {
            Tally.FlushesOutsidePurge++;
        }

        uint cpus = unchecked((uint)e.Id);
        for (int i = tlb.Count - 1; i >= 0; i--)
        {
            TlbEntry entry = tlb[i];
            if ((cpus >> entry.Cpu & 1) != 0 && entry.Address >= e.Address && entry.Address < e.End)
            {
                TlbDrop(entry.Cpu, entry.Address);
            }
        }

        if ((cpus & allCpus) != allCpus)
        {
            return;
        }

        int kept = 0;
        for (int i = 0; i < unflushed.Count; i++)
        {
            ulong page = unflushed[i];
            if (page < e.Address || page >= e.End)
            {
                unflushed[kept++] = page;
                continue;
            }

            Translations.At(page).IsUnflushed = false;
            if (AreaAt(page) is { } area)
            {
                area.Unflushed--;
            }
        }

        unflushed.RemoveRange(kept, unflushed.Count - kept);
    }

    void TlbFill(in Event e)
    {
        Translations.At(e.Address).Tlb |= 1u << e.Node;
        tlb.Add(new TlbEntry(e.Node, e.Address, e.Id));
        touchedPages.Add(e.Address);
    }

    void TlbDrop(int cpu, ulong address)
    {
        int at = tlb.FindIndex(entry => entry.Cpu == cpu && entry.Address == address);
        if (at < 0)
        {
            Tally.Strays++;
            return;
        }

        tlb.RemoveAt(at);
        Translations.At(address).Tlb &= ~(1u << cpu);
        touchedPages.Add(address);
    }
}
