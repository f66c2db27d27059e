// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Targets;

/// <summary>Judges the text of a `/proc/vmallocinfo` by what holds on every healthy kernel.
/// </summary>
public static class VmallocinfoAudit
{
    const ulong UsualPageSize = 4096;
    const int VotesNeeded = 3;

    /// <summary>Audits the text; never throws for what it holds.</summary>
    public static AuditReport Of(string text, AuditOptions? options = null)
    {
        options ??= new AuditOptions();
        Listing listing = Listing.Parse(text);
        Tally tally = new();
        ulong pageSize = options.PageSizeBytes ?? PageSizeOf(listing.Areas);
        AreaRules rules = new(tally, pageSize, options.TailsMayBeFreed);
        foreach (ListedArea area in listing.Areas)
        {
            NoteMissingAddresses(area, tally);
            rules.Judge(area);
        }

        RangeRules.Judge(listing.Areas, tally);
        AddressOrder.Judge(listing.Areas, pageSize, tally);
        return new AuditReport(
            listing.Classes.Count,
            listing.Classes,
            listing.Areas,
            pageSize,
            tally.Findings(),
            listing.Unparsed,
            listing.UnknownAttributes,
            tally.Rules(),
            tally.Notes());
    }

    // The size that makes the guard arithmetic right on most lines. A few lines prove
    // nothing against 4 KiB: a missing guard page would pass for another page size.
    static ulong PageSizeOf(IReadOnlyList<ListedArea> areas)
    {
        Dictionary<ulong, int> votes = [];
        int voters = 0;
        foreach (ListedArea area in areas)
        {
            if (area.Pages is > 0 and < uint.MaxValue && area.Has(AreaMarks.Vmalloc))
            {
                voters++;
                ulong size = area.SizeBytes / (area.Pages.Value + 1);
                votes[size] = votes.GetValueOrDefault(size) + 1;
            }
        }

        foreach ((ulong size, int count) in votes)
        {
            if (size is 8192 or 16384 or 32768 or 65536 or 262144
                && count >= VotesNeeded
                && count * 3 > voters * 2
                && areas.Count(area => area.SizeBytes % size == 0) * 10 >= areas.Count * 9)
            {
                return size;
            }
        }

        return UsualPageSize;
    }

    static void NoteMissingAddresses(ListedArea area, Tally tally)
    {
        const string NotJudged = "overlap, order, alignment and length not judged";
        switch (area.Addresses)
        {
            case AddressKind.Hashed:
                tally.Note($"addresses are hashed: {NotJudged}; boot with no_hash_pointers to see "
                    + "them", area.Line);
                break;
            case AddressKind.Zero:
                tally.Note($"addresses are zeros: {NotJudged}; read as root with "
                    + "kernel.kptr_restrict below 2 to see them", area.Line);
                break;
            case AddressKind.Withheld:
                tally.Note($"addresses are withheld: {NotJudged}; read again later", area.Line);
                break;
            default:
                break;
        }
    }
}
