// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>
/// What a run showed of one era: which commands with which results, on which machines, and what
/// they went through. What was never seen was not tested, and <see cref="NotExercised"/> says so.
/// </summary>
public sealed class Coverage
{
    const int Results = (int)CallResult.Unsupported + 1;

    readonly long[] results = new long[Signature.All.Count * Results];
    readonly SortedDictionary<string, long> machines = new(StringComparer.Ordinal);
    readonly SortedDictionary<string, long> transitions = new(StringComparer.Ordinal);

    /// <summary>What the steps went through, dimension by dimension.</summary>
    public Terms Terms { get; } = new();

    /// <summary>
    /// Transitions of the target's own state machine and how often each was made; empty when it has
    /// none.
    /// </summary>
    public IReadOnlyDictionary<string, long> Transitions => transitions;

    /// <summary>Counts a judged step.</summary>
    public void Add(Ledger ledger, Step step)
    {
        results[((int)step.Call.Kind * Results) + (int)CallResults.Of(step.Outcome)]++;
        Terms.Add(ledger, step);
    }

    /// <summary>Counts a trace on a machine.</summary>
    public void AddTrace(Machine machine) =>
        machines[machine.Name] = TracesOn(machine) + 1;

    /// <summary>Adds the transitions that a target made since it was made.</summary>
    public void AddTransitions(ITarget target)
    {
        foreach ((string transition, long times) in (target as IStateMachine)?.Transitions ?? [])
        {
            transitions[transition] = transitions.GetValueOrDefault(transition) + times;
        }
    }

    public void Add(Coverage other)
    {
        for (int i = 0; i < results.Length; i++)
        {
            results[i] += other.results[i];
        }

        Terms.Add(other.Terms);
        Sum(machines, other.machines);
        Sum(transitions, other.transitions);
    }

    internal void Write(BinaryWriter output)
    {
        Figures.Write(output, results);
        Figures.Write(output, machines);
        Figures.Write(output, transitions);
        Terms.Write(output);
    }

    internal void Add(BinaryReader input)
    {
        Figures.Add(input, results);
        Figures.Add(input, machines);
        Figures.Add(input, transitions);
        Terms.Add(input);
    }

    public long TracesOn(Machine machine) => machines.GetValueOrDefault(machine.Name);

    public long Of(CommandKind kind, CallResult result) =>
        results[((int)kind * Results) + (int)result];

    public long Of(CommandKind kind)
    {
        long sum = 0;
        for (int result = 0; result < Results; result++)
        {
            sum += Of(kind, (CallResult)result);
        }

        return sum;
    }

    /// <summary>
    /// What an era has and no step showed: a command that never ran, never succeeded or, when it
    /// makes something, never failed; a value of a dimension; a transition of the target.
    /// </summary>
    public IEnumerable<string> NotExercised(Era era)
    {
        foreach (Signature row in Signature.All.Where(row => row.IsIn(era)))
        {
            bool makes = row.Product is not (Product.Nothing or Product.Frames);
            if (Of(row.Kind) == 0)
            {
                yield return row.Name;
            }
            else if (Of(row.Kind, CallResult.Done) == 0)
            {
                yield return $"{row.Name} that succeeds";
            }
            else if (makes && Of(row.Kind, CallResult.Null) == 0)
            {
                yield return $"{row.Name} that fails";
            }
        }

        foreach (string value in Terms.All.SelectMany(dimension => dimension.Below(1)))
        {
            yield return value;
        }

        foreach ((string transition, _) in transitions.Where(pair => pair.Value == 0))
        {
            yield return transition;
        }
    }

    static void Sum(
        SortedDictionary<string, long> into, SortedDictionary<string, long> from)
    {
        foreach ((string name, long times) in from)
        {
            into[name] = into.GetValueOrDefault(name) + times;
        }
    }
}
