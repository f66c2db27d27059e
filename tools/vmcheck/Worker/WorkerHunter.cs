// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;

namespace Verification.Vmcheck;

/// <summary>
/// A hunter whose traces run in a worker, with checker and laws. A trace the worker dies of is run
/// once more, call by call, in a fresh one; then the hunt goes on with the next.
/// </summary>
/// <param name="plan">What to try.</param>
/// <param name="alone">This hunter's own, for the traces that kill.</param>
/// <param name="limits">When a worker is ended.</param>
/// <param name="isOver">True leaves the rest out.</param>
/// <param name="cancel">Ends a call that does not return.</param>
sealed class WorkerHunter(
    CampaignPlan plan, WorkerLibrary alone, WorkerLimits limits, Func<bool> isOver,
    CancellationToken cancel) : IHunter
{
    /// <summary>Commands of a request that nothing goes wrong in: 50 ms of work.</summary>
    const int Commands = 25_600;

    readonly long most = Math.Max(
        Commands / plan.Length / CampaignPlan.Batch * CampaignPlan.Batch, CampaignPlan.Batch);

    /// <summary>Its checker is in this process: it survives what it confirms.</summary>
    readonly Hunter confirming = new(plan, (_, _) => alone, static () => false);

    readonly Dictionary<Cluster, FirstBroken> broken = [];
    readonly AbstractStates states = new();
    readonly CampaignFigures buried = new();
    CampaignFigures alive = new();
    volatile CampaignFigures published = new();
    WorkerProcess? worker;

    /// <inheritdoc/>
    public long Share { get; private set; } = CampaignPlan.Batch;

    /// <inheritdoc/>
    public IEnumerable<Law> Laws => confirming.Laws;

    /// <inheritdoc/>
    public IEnumerable<FirstBroken> Broken => broken.Values.Concat(confirming.Broken);

    /// <inheritdoc/>
    public long? Hunt(long first, long count)
    {
        long? done = null;
        try
        {
            done = HuntOn(first, first + count);
        }
        catch (OperationCanceledException)
        {
            // What the worker was doing then is not counted.
        }

        CampaignFigures sum = new();
        sum.Add(buried);
        sum.Add(alive);
        confirming.AddTo(sum);
        published = sum;
        return done;
    }

    /// <inheritdoc/>
    public void AddTo(CampaignFigures sum) => sum.Add(published);

    /// <inheritdoc/>
    public void MoveTo(AbstractStates sum)
    {
        states.MoveTo(sum);
        confirming.MoveTo(sum);
    }

    /// <summary>Ends its workers; what it found and counted stays.</summary>
    public void Dispose()
    {
        Bury();
        alone.Dispose();
    }

    long? HuntOn(long first, long end)
    {
        long from = first;
        bool isWhole = true;
        while (first < end && !isOver())
        {
            WorkerProcess hunting = worker ??= Started();
            try
            {
                long? done = hunting.Ask(
                    Request.Hunt, output => Write(output, first, end), Read);
                Share = Math.Min(2 * Share, most);
                return isWhole ? first - from + done : null;
            }
            catch (TargetDiedException death)
            {
                SharedPage page = hunting.Page;
                long number = page.Trace;
                Violation violation = WorkerDeath.ViolationOf(death, page);
                Bury();
                Share = CampaignPlan.Batch;

                // What came before it in this answer was lost with the worker.
                isWhole &= HuntOn(first, number) == number - first;
                Confirm(number, violation);
                first = number + 1;
            }
        }

        return isWhole ? first - from : null;
    }

    WorkerProcess Started()
    {
        WorkerProcess fresh = new(alone.Path, limits, isOver, cancel);
        fresh.Introduce(alone.Path);
        fresh.Ask(Request.Plan, output => output.Write(plan), static _ => 0);
        return fresh;
    }

    static void Write(BinaryWriter output, long first, long end)
    {
        output.Write(first);
        output.Write(end - first);
    }

    long? Read(BinaryReader input)
    {
        bool isWhole = input.ReadBoolean();
        long done = input.ReadInt64();
        CampaignFigures told = new();
        told.Add(input);
        states.Add(input);
        for (int left = input.ReadInt32(); left > 0; left--)
        {
            FirstBroken first = FirstBroken.Read(input);
            broken.TryAdd(first.Violation.Cluster, first);
        }

        alive = told;
        return isWhole ? done : null;
    }

    void Bury()
    {
        worker?.Dispose();
        worker = null;
        buried.Add(alive);
        alive = new();
    }

    void Confirm(long number, Violation seen)
    {
        alone.Refresh();
        long before = Deaths();
        confirming.Hunt(number, 1);
        if (Deaths() == before)
        {
            buried.CountBroken(seen.Law);
            broken.TryAdd(seen.Cluster, new FirstBroken(number, seen) { IsConfirmed = false });
        }
    }

    long Deaths()
    {
        CampaignFigures sum = new();
        confirming.AddTo(sum);
        return sum.BrokenBy(FailureLaws.CallsReturn);
    }
}
