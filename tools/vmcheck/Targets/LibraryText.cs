// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Vmcheck;

/// <summary>What a C library claims and leaves out, before a hunt in it begins.</summary>
static class LibraryText
{
    /// <summary>Lines, each ended by LF.</summary>
    public static string Of(
        string word, WorkerLibrary library, IReadOnlyList<(Machine Machine, string Why)> refused)
    {
        Profile profile = library.Profile;
        string text = $"{word}: {library.Name}, profile \"{profile.Name}\", laws of any vmalloc"
            + (profile.Reach >= Spec.Reach.Linux ? ", of Linux" : "")
            + (profile.Reach >= Spec.Reach.Linux2632 ? ", of 2.6.32" : "") + "\n"
            + $"reports {library.Observes.ToString().ToLowerInvariant()}\n";
        string missing = string.Join(", ", library.NotOffered.Select(static row => row.Name));
        if (missing.Length > 0)
        {
            text += $"commands it does not have, each of them refused: {missing}\n";
        }

        return text + string.Concat(refused.Select(
            static one => $"machine {one.Machine.Name} left out: {one.Why}\n"));
    }
}
