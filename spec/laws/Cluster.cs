// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

/// <summary>
/// Two failures of one cluster are the same defect, as far as the suite can tell: the same law,
/// broken at the same place, about a subject in the same state.
/// </summary>
/// <param name="Law">The law's name.</param>
/// <param name="Site">
/// The last event about the subject in the step that broke it, "area-release"; of a law about calls
/// the C name of the call. What could not be allocated in it stands behind: "vmalloc+page".
/// <see cref="NoCall"/>; of a death what was asked.
/// </param>
/// <param name="State">
/// A word for the subject as the law saw it, as <see cref="Among"/> tells states apart: "lazy"; of
/// a BUG the function it is in, of a death its kind. Empty where there is no such word.
/// </param>
public sealed record Cluster(string Law, string Site, string State)
{
    /// <summary>The site of what only the passes over everything see.</summary>
    public const string NoCall = "no-call";

    /// <summary>A word that may be part of a file's name: "FreeFramesAreNotMapped-vfree-odd".
    /// </summary>
    public override string ToString() => string.Join(
        '-', new[] { Law, Site, State }.Where(static word => word.Length > 0));
}
