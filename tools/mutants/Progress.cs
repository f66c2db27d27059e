// SPDX-License-Identifier: GPL-2.0-only
using System.Diagnostics;

namespace Verification.Mutants;

/// <summary>Tells how far a run is, on standard error.</summary>
sealed class Progress(TextWriter error)
{
    const int Every = 100;

    readonly Stopwatch clock = Stopwatch.StartNew();
    int tried;

    /// <summary>Everything is compiled, and every test has passed.</summary>
    public void Begin(string project, MutatedProject mutated, Trial trial) =>
        error.WriteLine($"{Clock} {project}: {mutated.Mutants.Count:N0} mutants, "
            + $"{trial.Tests:N0} quick tests");

    public void Trying(Mutant mutant)
    {
        if (tried++ % Every == 0)
        {
            error.WriteLine($"{Clock} {tried - 1:N0} tried, now {mutant}");
        }
    }

    /// <summary>At once, so that a long run can be read while it goes on.</summary>
    public void Tried(Judged judged)
    {
        if (judged.IsLeft)
        {
            error.WriteLine($"{Clock} {judged}");
        }
    }

    public void End(bool interrupted) =>
        error.WriteLine($"{Clock} {tried:N0} tried{(interrupted ? "; interrupted" : "")}");

    string Clock => $"{clock.Elapsed.TotalSeconds,6:F0} s";
}
