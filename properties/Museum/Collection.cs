// SPDX-License-Identifier: GPL-2.0-only
using Verification.Museum.Exhibits;

namespace Verification.Museum;

/// <summary>Every exhibit, in the order of the corpus.</summary>
public static partial class Collection
{
    /// <summary>Our own after those with a number in the corpus.</summary>
    public static IReadOnlyList<Exhibit> All { get; } =
    [
        B01.Exhibit,
        B02.Exhibit,
        B02b.Exhibit,
        B04.Exhibit,
        B04b.Exhibit,
        B05.Exhibit,
        B06.Exhibit,
        B06b.Exhibit,
        B08.Exhibit,
        B10.Exhibit,
        B11.Exhibit,
        B12.Exhibit,
        B13.Exhibit,
        B13b.Exhibit,
        B18.Exhibit,
        B18b.Exhibit,
        B19.Exhibit,
        B20.Exhibit,
        B21.Exhibit,
        B22.Exhibit,
        B23.Exhibit,
        B28.Exhibit,
        B29.Exhibit,
        B30.Exhibit,
        B38.Exhibit,
        B39.Exhibit,
        B40.Exhibit,
        B43.Exhibit,
        B44.Exhibit,
        B47.Exhibit,
        B49.Exhibit,
        B53.Exhibit,
        B55.Exhibit,
        B73.Exhibit,
        B78.Exhibit,
        B81.Exhibit,
        M01.Exhibit,
        M02.Exhibit,
        M03.Exhibit,
        M03b.Exhibit,
        M03c.Exhibit,
        M03d.Exhibit,
        M04.Exhibit,
        M05.Exhibit,
        M06.Exhibit,
        M07.Exhibit,
        M07b.Exhibit,
        M08.Exhibit,
        M09.Exhibit,
        M10.Exhibit,
        M10b.Exhibit,
        M11.Exhibit,
        M12.Exhibit,
        M12b.Exhibit,
        M13.Exhibit,
        M14.Exhibit,
        M14b.Exhibit,
        M15.Exhibit,
        M16.Exhibit,
        M17.Exhibit,
        M17b.Exhibit,
        M18.Exhibit,
        M18b.Exhibit,
        M19.Exhibit,
        M20.Exhibit,
        M20b.Exhibit,
        M20c.Exhibit,
        M20d.Exhibit,
        M20e.Exhibit,
        M21.Exhibit,
        M21b.Exhibit,
        M21c.Exhibit,
        M22.Exhibit,
        M22b.Exhibit,
        M23.Exhibit,
        M24.Exhibit,
        M25.Exhibit,
        M25b.Exhibit,
        M25c.Exhibit,
        M26.Exhibit,
        M27.Exhibit,
        M28.Exhibit,
        M28b.Exhibit,
        M28c.Exhibit,
        M29.Exhibit,
        M29b.Exhibit,
        M30.Exhibit,
        M31.Exhibit,
        M32.Exhibit,
        // Add a new exhibit here.
    ];

    /// <summary>The exhibit of that id; null when there is none.</summary>
    public static Exhibit? Find(string id) => All.FirstOrDefault(exhibit => exhibit.Id == id);

    /// <summary>A few ids that someone who typed this may have meant.</summary>
    public static IEnumerable<string> Near(string text)
    {
        string number = text.ToUpperInvariant();
        return All.Select(static exhibit => exhibit.Id)
            .OrderByDescending(id => id.AsSpan().CommonPrefixLength(number))
            .Take(5);
    }
}
