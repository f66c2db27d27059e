// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;
using Verification.Targets;

namespace Verification.Vmcheck;

/// <summary>Runs one seed on each target in two processes, on one thread and on two.</summary>
/// <param name="seed">What the traces are drawn from.</param>
/// <param name="cancel">Ends it early.</param>
sealed class Repeating(ulong seed, CancellationToken cancel)
{
    const string CPrefix = "c:";
    const string OneThread = "one thread";
    const string TwoThreads = "two threads";
    const string OtherProcess = "another process";

    /// <summary>So many that every machine is met.</summary>
    static readonly long traces = CampaignPlan.Batch * Machines.All.Count;

    /// <summary>Whether a word names a library in C.</summary>
    public static bool IsLibrary(string word) => word.Length > CPrefix.Length
        && word.StartsWith(CPrefix, StringComparison.Ordinal);

    /// <summary>What is here, and what was asked for; nothing is run yet.</summary>
    /// <param name="asked">As typed after --target.</param>
    public IEnumerable<(string Target, Func<Repetition> Run)> All(IEnumerable<string> asked) =>
    [
        .. Eras.Modelled.Select<Era, (string, Func<Repetition>)>(era =>
            ($"the model of {Words.Of(era)}", () => OfModel(era))),
        .. KernelSource.Versions.Where(IsBuilt).Select<string, (string, Func<Repetition>)>(
            version => ($"linux {version}", () => OfKernel(version))),
        .. asked.Select<string, (string, Func<Repetition>)>(
            word => (word, () => OfLibrary(word, word[CPrefix.Length..]))),
    ];

    Repetition OfModel(Era era)
    {
        CampaignPlan plan = DiaryMain.Plan(era, seed, traces);
        return new Repetition($"model, {Words.Of(era)}",
        [
            (OneThread, Diary.Of(plan, Fresh, cancel)),
            (TwoThreads, Diary.Of(plan with { Jobs = 2 }, Fresh, cancel)),
            (OtherProcess, DiaryMain.Ask(plan, cancel)),
        ]);

        Model.Model Fresh(Era one) => new(one, plan.Mode);
    }

    Repetition OfKernel(string version) => OfLibrary(
        $"linux {version}",
        KernelSource.OfDebian(version, static (_, _) => { }, cancel).Build(cancel));

    /// <summary>A library is always in a process of its own: two of them are two processes.</summary>
    Repetition OfLibrary(string target, string path)
    {
        try
        {
            using CheckedTarget facts = new(target, Worker(path));
            CampaignPlan plan = DiaryMain.Plan(facts.Library!.Profile.Era, seed, traces) with
            {
                Machines = facts.MachinesAmong(Machines.All, out _),
            };
            return new Repetition(target,
            [
                (OneThread, InWorkers(path, plan)),
                (TwoThreads, InWorkers(path, plan with { Jobs = 2 })),
                (OtherProcess, InWorkers(path, plan)),
            ]);
        }
        catch (CLibraryException missing)
        {
            throw new VerbException(ExitCode.TargetUnavailable, missing.Message);
        }
    }

    Diary InWorkers(string path, CampaignPlan plan)
    {
        List<WorkerLibrary> workers = [];
        try
        {
            return Diary.Of(plan, Fresh, cancel);
        }
        finally
        {
            workers.ForEach(static worker => worker.Dispose());
        }

        WorkerLibrary Fresh(Era era)
        {
            WorkerLibrary worker = Worker(path);
            lock (workers)
            {
                workers.Add(worker);
            }

            return worker;
        }
    }

    WorkerLibrary Worker(string path) => new(path, new WorkerLimits(), cancel);

    static bool IsBuilt(string version)
    {
        try
        {
            return KernelSource.IsBuilt(version);
        }
        catch (KernelSourceException)
        {
            return false;
        }
    }
}
