// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>
/// The address range cut wherever something begins or ends in one of two pictures, so that both are
/// drawn to one scale. Between two cuts nothing changes.
/// </summary>
sealed class AddressSpaceCuts
{
    readonly ulong pageSize;
    readonly ulong[] cuts;

    public AddressSpaceCuts(
        Machine machine, IEnumerable<GivenBack> gone, params Picture?[] pictures)
    {
        pageSize = machine.PageSize;
        ulong end = machine.RangeEnd;
        SortedSet<ulong> all = [machine.Start, end];
        foreach (Picture? picture in pictures)
        {
            if (picture is not null)
            {
                AddAreas(all, picture);
                AddRuns(all, picture);
            }
        }

        foreach (GivenBack pages in gone)
        {
            AddGone(all, pages);
        }

        cuts = [.. all.GetViewBetween(machine.Start, end)];
    }

    public int Count => cuts.Length - 1;

    public ulong Start(int interval) => cuts[interval];

    public ulong Pages(int interval) => (cuts[interval + 1] - cuts[interval]) / pageSize;

    void AddAreas(SortedSet<ulong> all, Picture picture)
    {
        foreach (VmapEntry area in picture.VmapAreas)
        {
            all.Add(area.Start & ~(pageSize - 1));
            all.Add(unchecked((area.End & ~(pageSize - 1)) - pageSize));
            all.Add(area.End & ~(pageSize - 1));
        }
    }

    void AddGone(SortedSet<ulong> all, GivenBack gone)
    {
        foreach (ulong page in gone.Pages)
        {
            if (!gone.Pages.Contains(page - pageSize))
            {
                all.Add(page);
            }

            if (!gone.Pages.Contains(page + pageSize))
            {
                all.Add(page + pageSize);
            }
        }
    }

    void AddRuns(SortedSet<ulong> all, Picture picture)
    {
        ulong expected = 0;
        foreach (TranslationEntry entry in picture.Translations)
        {
            if (entry.Address != expected)
            {
                all.Add(expected);
                all.Add(entry.Address);
            }

            expected = unchecked(entry.Address + pageSize);
        }

        all.Add(expected);
    }
}
