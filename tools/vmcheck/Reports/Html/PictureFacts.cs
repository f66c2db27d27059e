// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;

namespace Verification.Vmcheck;

/// <summary>Reads mapped runs, stale TLB entries and figures off pictures of one run.</summary>
sealed class PictureFacts(Machine machine)
{
    readonly HashSet<int> inUse = [];
    readonly Dictionary<ulong, int> mapped = [];

    /// <summary>Runs end where an area does: what lies behind it is another matter.</summary>
    public IEnumerable<RunFact> Runs(Picture picture)
    {
        inUse.Clear();
        inUse.UnionWith(picture.Frames);
        List<TranslationEntry> pages = picture.Translations;
        int area = 0;
        for (int first = 0; first < pages.Count;)
        {
            ulong at = pages[first].Address;
            while (area < picture.VmapAreas.Count && AreaEnd.Of(picture.VmapAreas[area]) <= at)
            {
                area++;
            }

            (ulong border, bool mayBeFree) = area == picture.VmapAreas.Count
                ? (ulong.MaxValue, false) : Around(picture.VmapAreas[area], at);
            RunFact run = Run(pages, first, border, mayBeFree);
            yield return run;
            first += run.Pages;
        }
    }

    /// <summary>The frames behind a run of a picture, <c>f0-f3,f7</c>.</summary>
    public static string Frames(Picture picture, RunFact run, FrameNames names)
    {
        int first = picture.Translations.BinarySearch(
            new TranslationEntry(run.Start, 0, default), ByAddress.Instance);
        return names.Runs(picture.Translations.GetRange(first, run.Pages)
            .Select(static entry => entry.Frame)).ToString();
    }

    /// <summary>What a TLB has and the page tables have not.</summary>
    public IEnumerable<TlbEntry> Stale(Picture picture)
    {
        if (picture.Tlb.Count == 0)
        {
            return [];
        }

        mapped.Clear();
        foreach (TranslationEntry entry in picture.Translations)
        {
            mapped[entry.Address] = entry.Frame;
        }

        return picture.Tlb.Where(entry =>
            !mapped.TryGetValue(entry.Address, out int frame) || frame != entry.Frame);
    }

    public static CounterFact Counters(Picture picture) => new(
        picture.Counters.LazyPages,
        picture.Counters.PagesInUse,
        Objects(picture, SlabKind.Vm),
        Objects(picture, SlabKind.Va),
        Objects(picture, SlabKind.Array),
        picture.Kmemleak.Count,
        picture.Counters.RcuPending);

    static long Objects(Picture picture, SlabKind kind)
    {
        long count = 0;
        foreach (ObjectEntry entry in picture.Objects)
        {
            count += entry.Kind == kind ? 1 : 0;
        }

        return count;
    }

    /// <summary>
    /// Where a run at an address has to end, and whether its frames may be free: pages go back
    /// before the translations of a lazily freed area do.
    /// </summary>
    static (ulong Border, bool MayBeFree) Around(VmapEntry area, ulong at) => area.Start > at
        ? (area.Start, false) : (AreaEnd.Of(area), (area.Flags & AreaFacts.LazyFlags) != 0);

    RunFact Run(List<TranslationEntry> pages, int first, ulong border, bool mayBeFree)
    {
        FrameOwner owner = OwnerOf(pages[first]);
        int last = first;
        HashCode hash = default;
        hash.Add(pages[first].Frame);
        while (last + 1 < pages.Count && pages[last + 1].Address < border
            && Continues(pages[last], pages[last + 1]) && OwnerOf(pages[last + 1]) == owner)
        {
            last++;
            hash.Add(pages[last].Frame);
        }

        return new RunFact(
            pages[first].Address, last - first + 1, pages[first].Prot, hash.ToHashCode(), owner);

        FrameOwner OwnerOf(TranslationEntry entry) =>
            machine.IsDevice(entry.Frame) ? FrameOwner.Device
            : mayBeFree || inUse.Contains(entry.Frame) ? FrameOwner.User : FrameOwner.Nobody;
    }

    bool Continues(TranslationEntry entry, TranslationEntry next) =>
        next.Address == unchecked(entry.Address + machine.PageSize) && next.Prot == entry.Prot;

    sealed class ByAddress : IComparer<TranslationEntry>
    {
        public static readonly ByAddress Instance = new();

        public int Compare(TranslationEntry x, TranslationEntry y) =>
            x.Address.CompareTo(y.Address);
    }
}
