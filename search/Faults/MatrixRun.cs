// SPDX-License-Identifier: GPL-2.0-only
using System.Diagnostics;
using Verification.Spec;

namespace Verification.Search;

/// <summary>Fills a fault matrix on several threads; its cells do not depend on them.</summary>
public sealed class MatrixRun
{
    readonly MatrixPlan plan;
    readonly Func<Era, DefectMode, ITarget> target;
    readonly Func<Era, IFaultMatrix> matrix;
    readonly EntryCall[] calls;
    readonly LeftOut[] leftOut;
    readonly CallCells?[] done;
    readonly List<Exception> thrown = [];
    CancellationToken stop;
    long executed;
    int next = -1;
    int tried;

    /// <param name="plan">What to cover.</param>
    /// <param name="target">Makes a target of an era and mode; asked by every thread.</param>
    /// <param name="elsewhere">
    /// Makes what tries the calls, where that is not this process; asked by every thread.
    /// </param>
    public MatrixRun(
        MatrixPlan plan, Func<Era, DefectMode, ITarget> target,
        Func<IFaultMatrix>? elsewhere = null)
    {
        this.plan = plan;
        this.target = target;
        matrix = elsewhere is null
            ? era => new FaultMatrix(target(era, plan.Mode), plan.TakesAddresses)
            {
                IsOver = () => stop.IsCancellationRequested,
            }
            : _ => elsewhere();
        EntryCall[] all =
        [
            .. from machine in plan.Machines
               from era in plan.Eras
               from call in EntryCalls.On(machine, era, plan.Mode)
               select call,
        ];
        calls = [.. all.Where(call => !LacksFor(call).Any())];
        leftOut = [.. all.Except(calls).GroupBy(static call => call.Row).Select(group =>
            new LeftOut(group.Key, group.Count(), [.. LacksFor(group.First())]))];
        done = new CallCells?[calls.Length];
    }

    /// <summary>Calls that will be tried.</summary>
    public int Calls => calls.Length;

    /// <summary>Of them, so many were; from any thread, while it runs.</summary>
    public int Tried => tried;

    /// <summary>
    /// Tries every call, until <paramref name="stop"/> says so. An exception is a defect of the
    /// target or of the suite, and ends it.
    /// </summary>
    public MatrixReport Run(CancellationToken stop = default)
    {
        this.stop = stop;
        Stopwatch watch = Stopwatch.StartNew();
        Thread[] threads = [.. Enumerable.Range(0, plan.Jobs).Select(_ => new Thread(Work))];
        Array.ForEach(threads, static thread => thread.Start());
        Array.ForEach(threads, static thread => thread.Join());
        if (thrown.Count > 0)
        {
            throw new AggregateException("a call could not be judged to its end", thrown);
        }

        return new MatrixReport
        {
            Plan = plan,
            Target = target(plan.Eras[0], plan.Mode).Name,
            Calls = [.. done.OfType<CallCells>()],
            CallsLeft = done.Count(static one => one is null),
            LeftOut = leftOut,
            Commands = executed,
            Time = watch.Elapsed,
        };
    }

    IEnumerable<Signature> LacksFor(EntryCall call) => plan.NotOffered.Count == 0 ? []
        : call.Trace(Trouble.None).Commands
            .Select(static command => command.Signature).Distinct()
            .Intersect(plan.NotOffered);

    void Work()
    {
        Dictionary<Era, IFaultMatrix> matrices = [];
        try
        {
            foreach (Era era in plan.Eras)
            {
                matrices.Add(era, matrix(era));
            }

            int mine = Interlocked.Increment(ref next);
            while (mine < calls.Length && !stop.IsCancellationRequested)
            {
                done[mine] = matrices[calls[mine].Era].Of(calls[mine]);
                Interlocked.Increment(ref tried);
                mine = Interlocked.Increment(ref next);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The call at hand counts as not tried.
        }
        catch (Exception wrong)
        {
            Interlocked.Exchange(ref next, calls.Length);
            lock (thrown)
            {
                thrown.Add(wrong);
            }
        }
        finally
        {
            foreach (IFaultMatrix one in matrices.Values)
            {
                Interlocked.Add(ref executed, one.Executed);
                one.Dispose();
            }
        }
    }
}
