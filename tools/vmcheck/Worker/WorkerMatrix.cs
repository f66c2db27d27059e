// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;

namespace Verification.Vmcheck;

/// <summary>
/// A fault matrix whose calls are tried in a worker, with checker and laws. A cell the worker dies
/// of is run once more, call by call, in a fresh one; then the others of its call are. A call with
/// too many of them is given up.
/// </summary>
/// <param name="fresh">Makes a library for the cells that kill.</param>
/// <param name="start">Makes a worker, introduced.</param>
/// <param name="limits">How many are too many.</param>
/// <param name="takesAddresses">As <see cref="FaultMatrix"/> takes it.</param>
/// <param name="cancel">Leaves out the call at hand, where a worker died of it.</param>
sealed class WorkerMatrix(
    Func<WorkerLibrary> fresh, Func<WorkerProcess> start, WorkerLimits limits,
    bool takesAddresses, CancellationToken cancel) : IFaultMatrix
{
    WorkerProcess? worker;
    WorkerLibrary? alone;
    CellJudge? confirming;
    long executed;

    /// <inheritdoc/>
    public long Executed => executed + (confirming?.Executed ?? 0);

    /// <inheritdoc/>
    public CallCells Of(EntryCall call)
    {
        Dictionary<Trouble, CellVerdict> deadly = [];
        while (true)
        {
            WorkerProcess trying = worker ??= start();
            try
            {
                return trying.Ask(
                    Request.Cells, output => Write(output, call, deadly), input => Read(input, call));
            }
            catch (InvalidOperationException stopped) when (cancel.IsCancellationRequested)
            {
                throw new OperationCanceledException("in the midst of a call", stopped, cancel);
            }
            catch (TargetDiedException death)
            {
                Trouble trouble = trying.Page.Trouble;
                Violation seen = WorkerDeath.ViolationOf(death, trying.Page);
                Bury();
                cancel.ThrowIfCancellationRequested();
                if (!deadly.TryAdd(trouble, Confirmed(call.Trace(trouble), seen)))
                {
                    throw new InvalidOperationException(
                        $"{call.Line}: a worker died in a cell that it was not to run", death);
                }
            }
        }
    }

    /// <summary>Ends its workers.</summary>
    public void Dispose()
    {
        Bury();
        alone?.Dispose();
    }

    void Write(BinaryWriter output, EntryCall call, Dictionary<Trouble, CellVerdict> deadly)
    {
        output.Write(takesAddresses);
        output.Write(deadly.Count >= limits.Deaths);
        output.Write(call);
        output.Write(deadly);
    }

    CallCells Read(BinaryReader input, EntryCall call)
    {
        executed += input.ReadInt64();
        return input.ReadCells(call);
    }

    CellVerdict Confirmed(Trace cell, Violation seen)
    {
        alone ??= fresh();
        confirming ??= new CellJudge(alone);
        alone.Refresh();
        CellVerdict again = confirming.Judge(cell);
        return again.Violation?.Law.Id == seen.Law.Id ? again : again with
        {
            Violation = seen with { Culprits = $"{seen.Culprits}; {Finding.NotConfirmed}" },
            Wrong = $"{seen.Law.Name}, step {seen.StepIndex + 1} of {cell.Commands.Count}, "
                + Finding.NotConfirmed,
        };
    }

    void Bury()
    {
        worker?.Dispose();
        worker = null;
    }
}
