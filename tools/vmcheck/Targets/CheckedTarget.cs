// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;
using Verification.Targets;

namespace Verification.Vmcheck;

/// <summary>What a verb checks: the model, of whatever era and mode, or one C library.</summary>
/// <param name="Word">As typed after --target, for a shell.</param>
/// <param name="Library">In a process of its own; null: the model.</param>
sealed record CheckedTarget(string Word, WorkerLibrary? Library) : IDisposable
{
    /// <summary>The word for the model.</summary>
    public const string Model = CampaignPlan.Model;

    /// <summary>The same word wherever it was typed: with the full path, and no quotes.</summary>
    public static string InFull(string word)
    {
        string bare = word.Replace("'", "", StringComparison.Ordinal);
        string? before = Array.Find(
            [TargetOption.CPrefix, $"{KernelOptions.Word} {KernelOptions.Tree} "],
            start => bare.StartsWith(start, StringComparison.Ordinal) && bare.Length > start.Length);
        return before is null ? bare : before + Path.GetFullPath(bare[before.Length..]);
    }

    /// <summary>The target; a library has an era of its own, and is one object for all.</summary>
    public ITarget Of(Era era, DefectMode mode) => Library ?? (ITarget)new Model.Model(era, mode);

    /// <summary>The same; a library in a process that has run nothing yet.</summary>
    public ITarget Fresh(Era era, DefectMode mode)
    {
        Library?.Refresh();
        return Of(era, mode);
    }

    /// <summary>
    /// Makes the hunters of a campaign, each with a worker of its own; null for the model, which
    /// is hunted in this process.
    /// </summary>
    public Func<Func<bool>, IHunter>? Hunters(CampaignPlan plan, CancellationToken cancel) =>
        Library is { } library ? isOver => library.Hunter(plan, isOver, cancel) : null;

    /// <summary>
    /// Makes fault matrices, each with a worker of its own; null for the model, which is tried in
    /// this process.
    /// </summary>
    public Func<IFaultMatrix>? Matrices(MatrixPlan plan, CancellationToken cancel) =>
        Library is { } library ? () => library.Matrix(plan.TakesAddresses, cancel) : null;

    /// <summary>
    /// The target for a trace; a machine it cannot simulate ends the verb with
    /// <see cref="ExitCode.TargetUnavailable"/>, an era that the model does not know with
    /// <see cref="ExitCode.BadInput"/>.
    /// </summary>
    public ITarget For(Trace trace)
    {
        if (!Knows(trace.Era))
        {
            string era = Eras.Name(trace.Era);
            throw new VerbException(
                ExitCode.BadInput,
                $"the trace is of {era}, and the model knows "
                    + $"{Words.Of(Eras.Modelled)}; add --target "
                    + (era == KernelSource.Versions[0] ? KernelOptions.Word
                        : $"{KernelOptions.Word} --kernel {era}"));
        }

        if (Library is { } library && !library.Accepts(trace.Machine, out string why))
        {
            throw new VerbException(
                ExitCode.TargetUnavailable,
                $"{Word} cannot simulate machine {trace.Machine.Name}: {why}");
        }

        return Of(trace.Era, trace.Mode);
    }

    /// <summary>
    /// The same for one of a pair: beside a library, the model runs traces of eras that it does not
    /// know as the last that it knows.
    /// </summary>
    public ITarget For(Trace trace, CheckedTarget other) =>
        For(Knows(trace.Era) || other.Library is null ? trace
            : trace with { Era = Eras.Modelled[^1] });

    /// <summary>
    /// Those of some machines that the target can simulate; none of them ends the verb with
    /// <see cref="ExitCode.TargetUnavailable"/>.
    /// </summary>
    /// <param name="refused">The others, and what a library says of them.</param>
    public IReadOnlyList<Machine> MachinesAmong(
        IReadOnlyList<Machine> wanted, out IReadOnlyList<(Machine Machine, string Why)> refused)
    {
        List<(Machine Machine, string Why)> left = [];
        refused = left;
        foreach (Machine machine in wanted)
        {
            if (Library?.Accepts(machine, out string why) == false)
            {
                left.Add((machine, why));
            }
        }

        return left.Count < wanted.Count
            ? [.. wanted.Except(left.Select(static one => one.Machine))]
            : throw new VerbException(
                ExitCode.TargetUnavailable,
                $"{Word} cannot simulate machine {left[0].Machine.Name}: {left[0].Why}");
    }

    /// <summary>Prints what a library logs from now on; the model logs nothing.</summary>
    public void LogTo(TextWriter output)
    {
        if (Library is { } library)
        {
            library.Listener = message => output.WriteLine(
                $"{library.Name}: {VerbException.Printable(message.TrimEnd('\n'))}");
        }
    }

    public void Dispose() => Library?.Dispose();

    bool Knows(Era era) => Library is not null || Eras.Modelled.Contains(era);
}
