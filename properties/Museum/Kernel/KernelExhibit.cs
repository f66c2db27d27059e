// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum;

/// <summary>
/// A mistake that is easily made in the kernel's own mm/vmalloc.c, and how to make it in a copy of
/// the file that a user has. Of the kernel's text it holds names only.
/// </summary>
public sealed record KernelExhibit
{
    /// <summary>K and a number.</summary>
    public required string Id { get; init; }

    /// <summary>What is wrong, in a line.</summary>
    public required string Title { get; init; }

    /// <summary>What it does to a user, in a sentence or two.</summary>
    public required string Story { get; init; }

    /// <summary>
    /// Ways to plant it, for one kernel and another: the first is taken whose changes all fit.
    /// </summary>
    public required IReadOnlyList<IReadOnlyList<CChange>> Plant { get; init; }

    /// <summary>Laws of which it breaks one.</summary>
    public required IReadOnlyList<Law> Breaks { get; init; }

    /// <summary>The file with the mistake in it.</summary>
    /// <param name="vmalloc">Text of mm/vmalloc.c.</param>
    /// <exception cref="PlantingException">No way fits this file.</exception>
    public string PlantedIn(string vmalloc)
    {
        List<string> problems = [];
        foreach (IReadOnlyList<CChange> way in Plant)
        {
            string text = vmalloc;
            string? problem = null;
            foreach (CChange change in way.TakeWhile(_ => problem is null))
            {
                text = change.Apply(text, out problem);
            }

            if (problem is null)
            {
                return text;
            }

            problems.Add(problem);
        }

        throw new PlantingException(Id, string.Join("; ", problems));
    }
}
