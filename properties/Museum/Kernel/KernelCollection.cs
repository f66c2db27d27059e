// SPDX-License-Identifier: GPL-2.0-only
using Verification.Museum.KernelExhibits;

namespace Verification.Museum;

/// <summary>Every exhibit that is planted in a kernel's own mm/vmalloc.c.</summary>
public static class KernelCollection
{
    /// <summary>In the order of their numbers.</summary>
    public static IReadOnlyList<KernelExhibit> All { get; } =
    [
        K01.Exhibit,
        K02.Exhibit,
        K03.Exhibit,
        K04.Exhibit,
        K05.Exhibit,
        K06.Exhibit,
        K07.Exhibit,
        K08.Exhibit,
        K09.Exhibit,
        K10.Exhibit,
        K11.Exhibit,
        K12.Exhibit,
        K13.Exhibit,
        K14.Exhibit,
        K15.Exhibit,
        K16.Exhibit,
        K17.Exhibit,
        K18.Exhibit,
        K19.Exhibit,
        K20.Exhibit,
        K21.Exhibit,
        K22.Exhibit,
        K23.Exhibit,
        K24.Exhibit,
        K25.Exhibit,
        K26.Exhibit,
        K27.Exhibit,
        K28.Exhibit,
        K29.Exhibit,
        K30.Exhibit,
        K31.Exhibit,
        K32.Exhibit,
        K33.Exhibit,
        K34.Exhibit,
        K35.Exhibit,
        K36.Exhibit,
        K37.Exhibit,
        K38.Exhibit,
        K39.Exhibit,
        K40.Exhibit,
        K41.Exhibit,
        K42.Exhibit,
        K43.Exhibit,
        K44.Exhibit,
        K45.Exhibit,
        // Add a new exhibit here.
    ];

    /// <summary>The exhibit with an id; null when there is none.</summary>
    public static KernelExhibit? Find(string id) => All.FirstOrDefault(exhibit => exhibit.Id == id);
}
