// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;
using Verification.Targets;

namespace Verification.Vmcheck;

/// <summary>
/// A C library in a worker process, one call at a time, as any target. A call that the worker does
/// not survive is a <see cref="TargetDiedException"/>; the next boot is in a fresh worker.
/// </summary>
public sealed class WorkerLibrary : ITarget, IDisposable
{
    readonly CancellationToken cancel;
    readonly WorkerLimits limits;
    readonly LibraryFacts facts;
    WorkerProcess? worker;
    Machine? machine;

    /// <param name="path">What workers load.</param>
    /// <param name="limits">When they are ended.</param>
    /// <param name="cancel">Ends a call that does not return.</param>
    /// <exception cref="CLibraryException">It is not there, or not to be used.</exception>
    public WorkerLibrary(string path, WorkerLimits limits, CancellationToken cancel)
    {
        Path = path;
        this.limits = limits;
        this.cancel = cancel;
        worker = new WorkerProcess(path, limits, null, cancel);
        try
        {
            facts = worker.Introduce(path);
        }
        catch (TargetDiedException died)
        {
            Refresh();
            throw new CLibraryException(
                path, $"cannot be loaded: its process died: {died.Message}");
        }
        catch (CLibraryException)
        {
            Refresh();
            throw;
        }
    }

    /// <summary>What workers load.</summary>
    public string Path { get; }

    /// <inheritdoc/>
    public string Name => facts.Name;

    /// <inheritdoc/>
    public Profile Profile => facts.Profile;

    /// <inheritdoc/>
    public Observations Observes => facts.Observes;

    /// <summary>Commands that the library has no symbol for, but its era has.</summary>
    public IReadOnlyList<Signature> NotOffered => facts.NotOffered;

    /// <summary>Given what the library logs; null: nobody listens.</summary>
    public Action<string>? Listener { get; set; }

    /// <summary>Which call has not returned for some seconds; null when there is none.</summary>
    public string? Overdue => limits.Overdue.Longest;

    /// <summary>A hunter that has a worker of its own, with checker and laws in it.</summary>
    public IHunter Hunter(CampaignPlan plan, Func<bool> isOver, CancellationToken cancel) =>
        new WorkerHunter(
            plan, new WorkerLibrary(Path, limits, cancel), limits, isOver, cancel);

    /// <summary>A fault matrix that has a worker of its own, with checker and laws in it.</summary>
    public IFaultMatrix Matrix(bool takesAddresses, CancellationToken cancel) => new WorkerMatrix(
        () => new WorkerLibrary(Path, limits, cancel),
        () => Started(() => cancel.IsCancellationRequested), limits, takesAddresses, cancel);

    /// <summary>Whether the library can simulate a machine; boots it.</summary>
    /// <param name="wanted">The machine.</param>
    /// <param name="why">What it says of a machine it refuses; empty when it takes it.</param>
    public bool Accepts(Machine wanted, out string why)
    {
        bool taken;
        (taken, why) = Ask(
            Request.Accept, output => output.Write(wanted),
            static input => (input.ReadBoolean(), input.ReadString()));
        machine = taken ? wanted : null;
        return taken;
    }

    /// <inheritdoc/>
    public void Boot(Machine machine)
    {
        if (worker is not null && machine == this.machine)
        {
            Ask(Request.Reset, Nothing, static _ => 0);
        }
        else if (!Accepts(machine, out string why))
        {
            throw new InvalidOperationException(
                $"{Name} cannot simulate machine {machine.Name}: {why}");
        }
    }

    /// <inheritdoc/>
    public void Execute(Step step)
    {
        string log = Ask(
            Request.Execute, output => output.Write(step.Index, step.Call), input =>
            {
                input.ReadResult(step);
                return input.ReadString();
            });
        if (log.Length > 0)
        {
            Listener?.Invoke(log);
        }
    }

    /// <inheritdoc/>
    public void Walk(Picture picture) => Ask(Request.Walk, Nothing, input =>
    {
        input.ReadPicture(picture);
        return 0;
    });

    /// <inheritdoc/>
    public ulong Content(int frame) => Ask(
        Request.Content, output => output.Write(frame), static input => input.ReadUInt64());

    /// <summary>Ends the worker; the next boot is in a fresh one.</summary>
    public void Refresh()
    {
        worker?.Dispose();
        worker = null;
        machine = null;
    }

    /// <inheritdoc/>
    public void Dispose() => Refresh();

    static void Nothing(BinaryWriter output)
    {
    }

    T Ask<T>(Request request, Action<BinaryWriter> write, Func<BinaryReader, T> read)
    {
        try
        {
            worker ??= Started(null);
            return worker.Ask(request, write, read);
        }
        catch (Exception died) when (died is TargetDiedException or OperationCanceledException)
        {
            Refresh();
            throw;
        }
    }

    WorkerProcess Started(Func<bool>? isOver)
    {
        WorkerProcess fresh = new(Path, limits, isOver, cancel);
        fresh.Introduce(Path);
        return fresh;
    }
}
