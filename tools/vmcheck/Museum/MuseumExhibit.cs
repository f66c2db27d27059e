// SPDX-License-Identifier: GPL-2.0-only
using Verification.Museum;

namespace Verification.Vmcheck;

/// <summary>One exhibit, of the model or of a kernel: the other is null.</summary>
sealed record MuseumExhibit(Exhibit? OfModel, KernelExhibit? OfKernel)
{
    public string Id => OfModel?.Id ?? OfKernel!.Id;

    public bool IsOfKernel => OfKernel is not null;

    /// <summary>Of all exhibits.</summary>
    public static IEnumerable<string> Ids =>
    [
        .. Collection.All.Select(static one => one.Id),
        .. KernelCollection.All.Select(static one => one.Id),
    ];

    /// <summary>The exhibit with an id; null when there is none.</summary>
    public static MuseumExhibit? Find(string id) =>
        Collection.Find(id) is { } ofModel ? new(ofModel, null)
        : KernelCollection.Find(id) is { } ofKernel ? new(null, ofKernel)
        : null;
}
