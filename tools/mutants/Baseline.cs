// SPDX-License-Identifier: GPL-2.0-only
using System.Diagnostics;
using Verification.Vmcheck;

namespace Verification.Mutants;

/// <summary>What each test does as long as no mutant is in force; all of them have to pass.</summary>
sealed class Baseline
{
    /// <summary>
    /// How long the tests of one mutant may take when nothing fails: what is tried is the likely,
    /// and a survivor may be killed yet by a test that was not tried.
    /// </summary>
    static readonly TimeSpan TimeForOne = TimeSpan.FromSeconds(1);

    readonly Dictionary<Test, (long Passed, TimeSpan Time)> cost = [];
    readonly Dictionary<Test, int> kills = [];
    readonly List<Test>[] reaching;
    readonly long[] atStart;

    /// <summary>
    /// Runs each test twice: what it passes the first time only, it passes while types are made.
    /// </summary>
    /// <param name="mutants">How many switches there are.</param>
    public Baseline(LoadedTests tests, int mutants)
    {
        reaching = [.. Enumerable.Range(0, mutants).Select(static _ => new List<Test>())];
        atStart = new long[mutants];
        tests.Switches.Passed = atStart;
        Test[] found = [.. tests.Find().OrderBy(static test => test.Name, StringComparer.Ordinal)];
        foreach (Test test in found)
        {
            Run(tests, test);
        }

        foreach (Test test in found)
        {
            long[] passed = new long[mutants];
            tests.Switches.Passed = passed;
            cost[test] = Run(tests, test);
            for (int id = 0; id < mutants; id++)
            {
                atStart[id] -= passed[id];
                if (passed[id] > 0)
                {
                    reaching[id].Add(test);
                }
            }
        }

        tests.Switches.Passed = null;
    }

    public IReadOnlyCollection<Test> Tests => cost.Keys;

    /// <summary>
    /// The tests that pass a switch, read a static property or make a turn, any whatever: no other
    /// can tell what is made at the start.
    /// </summary>
    public IEnumerable<Test> UsingIt => cost.Keys.Where(test => cost[test].Passed > 0);

    /// <summary>The tests that pass a switch once the types are made.</summary>
    public IReadOnlyCollection<Test> Reaching(Mutant mutant) => reaching[mutant.Id];

    /// <summary>
    /// Whether it is passed while types are made. Where a test is not the same each time, it is
    /// told so of more than is true, which costs time and nothing else.
    /// </summary>
    public bool IsEarly(Mutant mutant) => atStart[mutant.Id] != 0;

    /// <summary>How many switches the test passes, and how many turns its loops make.</summary>
    public long CostOf(Test test) => cost[test].Passed;

    /// <summary>
    /// The fast ones that name the member of the mutant first, then those that killed most in their
    /// time; no more than fit into <see cref="TimeForOne"/>.
    /// </summary>
    public IEnumerable<Test> InOrder(Mutant mutant, IEnumerable<Test> tests)
    {
        TimeSpan left = TimeForOne;
        return tests
            .OrderBy(test => mutant.Member.Length == 0 || !test.Name.Contains(mutant.Member)
                || cost[test].Time > TimeForOne / 10)
            .ThenBy(test => cost[test].Time / (1 + kills.GetValueOrDefault(test)))
            .TakeWhile(test => (left -= cost[test].Time) > TimeSpan.Zero);
    }

    /// <summary>Remembers who is good at it.</summary>
    public void Killed(Test by) => kills[by] = kills.GetValueOrDefault(by) + 1;

    static (long Passed, TimeSpan Time) Run(LoadedTests tests, Test test)
    {
        tests.Switches.Left = long.MaxValue;
        long start = Stopwatch.GetTimestamp();
        return tests.Passes(test)
            ? (long.MaxValue - tests.Switches.Left, Stopwatch.GetElapsedTime(start))
            : throw new VerbException(
                ExitCode.NothingChecked, $"{test.Name} fails without any mutant: put it right");
    }
}
