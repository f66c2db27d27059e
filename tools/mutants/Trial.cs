// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Mutants;

/// <summary>
/// Holds the mutants of a project to the tests that pass their switch, the likely first. What is
/// passed while types are made is remade, or tried in assemblies loaded anew.
/// </summary>
sealed class Trial : IDisposable
{
    /// <summary>A test may pass so many times as many switches as it does unchanged.</summary>
    const int Patience = 10;

    const long Allowance = 1_000_000;

    readonly MutatedProject project;
    readonly string testsName;
    readonly LoadedTests tests;
    readonly Baseline baseline;
    readonly Lazy<byte[]> early;

    /// <param name="tests">Name of the assembly of the tests.</param>
    public Trial(MutatedProject project, string tests)
    {
        this.project = project;
        testsName = tests;
        this.tests = new(project.AssemblyName, project.Image, tests);
        baseline = new(this.tests, project.Mutants.Count);
        early = new(() => project.ImageOf(baseline.IsEarly));
    }

    /// <summary>How many tests the mutants are held to.</summary>
    public int Tests => baseline.Tests.Count;

    public Judged Of(Mutant mutant)
    {
        if (mutant.Form == Form.Dropped)
        {
            return new(mutant, Verdict.DoesNotCompile, null);
        }

        IReadOnlyCollection<Test> reaching = baseline.Reaching(mutant);
        bool isEarly = baseline.IsEarly(mutant);
        if (reaching.Count == 0 && !isEarly)
        {
            return new(mutant, Verdict.Unreached, null);
        }

        tests.Switches.Active = mutant.Id;
        Judged judged = Held(mutant, tests, reaching);
        tests.Switches.Active = -1;
        return judged.IsKilled || !isEarly ? judged : FromTheStart(mutant);
    }

    /// <summary>
    /// The first test that does not pass any more; null when none: no mutant may have left anything
    /// behind.
    /// </summary>
    public string? FirstSpoilt() => baseline.Tests.FirstOrDefault(test => !tests.Passes(test))?.Name;

    public void Dispose() => tests.Dispose();

    Judged FromTheStart(Mutant mutant)
    {
        using Remade? remade = Remade.Of(mutant, tests);
        if (remade is not null)
        {
            return Held(mutant, tests, baseline.UsingIt);
        }

        using LoadedTests anew = new(project.AssemblyName, early.Value, testsName, mutant.Id);
        return Held(mutant, anew, baseline.UsingIt);
    }

    Judged Held(Mutant mutant, LoadedTests loaded, IEnumerable<Test> all)
    {
        foreach (Test test in baseline.InOrder(mutant, all))
        {
            loaded.Switches.Left = (baseline.CostOf(test) * Patience) + Allowance;
            bool passes = loaded.Passes(test);
            bool stopped = loaded.Switches.Left < 0;
            loaded.Switches.Left = long.MaxValue;
            if (!passes)
            {
                baseline.Killed(test);
                return new(mutant, stopped ? Verdict.Stopped : Verdict.Killed, test.Name);
            }
        }

        return new(mutant, Verdict.Survived, null);
    }
}
