// SPDX-License-Identifier: GPL-2.0-only
using System.Runtime.CompilerServices;

namespace Verification.Spec;

/// <summary>The way a law is written: name, sentence, kernel function, predicate.</summary>
static class Laws
{
    /// <summary>
    /// Holds after every step for every subject that <paramref name="when"/> names.
    /// </summary>
    public static Law<T> Always<T>(
        string says, string from, Func<Ledger, T, bool> holds, Func<Ledger, T, bool>? when = null,
        Among among = Among.All, IReadOnlyList<CommandKind>? about = null,
        IReadOnlyList<EventKind>? upon = null, IReadOnlyList<string>? steps = null,
        [CallerMemberName] string name = "") =>
        new(name, says, from, when, holds)
        {
            Among = among, About = about, Upon = upon, Steps = steps ?? [],
        };

    /// <summary>Must be seen at least once in a run that claims to have looked.</summary>
    public static Law<Step> Sometimes(
        string says, string from, Func<Ledger, Step, bool> seen,
        Among among = Among.All, IReadOnlyList<CommandKind>? about = null,
        IReadOnlyList<EventKind>? upon = null, [CallerMemberName] string name = "") =>
        new(name, says, from, null, seen)
        {
            Mood = Mood.Sometimes, Among = among, About = about, Upon = upon,
        };
}
