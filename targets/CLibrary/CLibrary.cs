// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Targets;

/// <summary>
/// A vmalloc behind the C ABI of <c>targets/include/vmcheck.h</c>, in this process. A library
/// has one machine, so that one object stands for it, and serves one thread. A crash of the library
/// is a crash of the process.
/// </summary>
public sealed unsafe class CLibrary : ITarget, IDisposable
{
    /// <summary>Events of one call: a purge of everything a machine of the hunt can map.</summary>
    const int MostEvents = 1 << 18;

    readonly LoadedLibrary library;
    readonly SharedStep shared = new(MostEvents);
    readonly SharedPicture seen = new();
    readonly Commands commands;
    Machine? machine;

    /// <exception cref="CLibraryException">It is not there, or not to be used.</exception>
    public CLibrary(string path)
    {
        library = new LoadedLibrary(path);
        commands = new Commands(library.Handle, shared);
    }

    /// <inheritdoc/>
    public string Name => library.Name;

    /// <inheritdoc/>
    public Profile Profile => library.Profile;

    /// <inheritdoc/>
    public Observations Observes => library.Observes;

    /// <summary>Commands that the library has no symbol for, but its era has.</summary>
    public IEnumerable<Signature> NotOffered => Signature.All.Where(
        row => row.IsIn(Profile.Era) && !commands.Has(row.Kind));

    /// <summary>Given what the library logs; null: nobody listens.</summary>
    public Action<string>? Listener { get; set; }

    /// <summary>Whether the library can simulate a machine; boots it.</summary>
    /// <param name="why">What it says of a machine it refuses; empty when it takes it.</param>
    public bool Accepts(Machine wanted, out string why)
    {
        if (wanted.Early.Count > 0)
        {
            why = "a library is not told of areas registered before boot";
            return false;
        }

        Abi.MachineFacts facts = new(wanted);
        shared.Arm(new Call());
        bool taken = library.Init(&facts, shared.Memory) == 0;
        machine = taken ? wanted : null;
        why = taken ? "" : shared.Log.Trim();
        return taken;
    }

    /// <inheritdoc/>
    public void Boot(Machine machine)
    {
        if (ReferenceEquals(machine, this.machine) || machine == this.machine)
        {
            library.Reset();
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
        shared.Arm(step.Call);
        step.Outcome = commands.Run(step);
        if (shared.Fill(step) is { } wrong)
        {
            step.Outcome = new Outcome(OutcomeKind.Bug, Bug: wrong);
        }

        if (Listener is not null && shared.Log is { Length: > 0 } message)
        {
            Listener(message);
        }
    }

    /// <inheritdoc/>
    public void Walk(Picture picture)
    {
        picture.Clear();
        seen.Fill(picture, library.Walk);
        picture.Counters = shared.CountersNow();
    }

    /// <inheritdoc/>
    public ulong Content(int frame) => library.Content == null ? 0 : library.Content(frame);

    /// <inheritdoc/>
    public void Dispose()
    {
        library.Dispose();
        seen.Dispose();
        shared.Dispose();
    }
}
