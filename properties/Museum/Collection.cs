// SPDX-License-Identifier: GPL-2.0-only
using Verification.Museum.Exhibits;

namespace Verification.Museum;

/// <summary>Every exhibit, in the order of the corpus.</summary>
public static class Collection
{
    /// <summary>Our own after those with a number in the corpus.</summary>
    public static IReadOnlyList<Exhibit> All { get; } =
    [
        M14.Exhibit,
        M21.Exhibit,
        // Add a new exhibit here.
    ];

    /// <summary>
    /// Bugs of the corpus that no exhibit shows yet, and what they wait for.
    /// </summary>
    public static IReadOnlyDictionary<string, string> NotYet { get; } =
        new Dictionary<string, string>
        {
        };

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
