// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;
using Verification.Targets;

namespace Verification.Vmcheck;

/// <summary>A library in its worker: what it is about to do stands in the shared page.</summary>
sealed class WatchedLibrary(CLibrary library, SharedPage page) : ITarget
{
    Machine? machine;

    /// <inheritdoc/>
    public string Name => library.Name;

    /// <inheritdoc/>
    public Profile Profile => library.Profile;

    /// <inheritdoc/>
    public Observations Observes => library.Observes;

    /// <summary>As <see cref="CLibrary.Accepts"/>.</summary>
    public bool Accepts(Machine wanted, out string why)
    {
        page.Begin(Doing.Boot);
        bool taken = library.Accepts(wanted, out why);
        machine = taken ? wanted : null;
        return taken;
    }

    /// <inheritdoc/>
    public void Boot(Machine wanted)
    {
        page.Begin(wanted == machine ? Doing.Reset : Doing.Boot);
        library.Boot(wanted);
        machine = wanted;
    }

    /// <inheritdoc/>
    public void Execute(Step step)
    {
        page.Begin(step.Index, step.Call.Kind);
        library.Execute(step);
    }

    /// <inheritdoc/>
    public void Walk(Picture picture)
    {
        page.Begin(Doing.Walk);
        library.Walk(picture);
    }

    /// <inheritdoc/>
    public ulong Content(int frame)
    {
        page.Begin(Doing.Content);
        return library.Content(frame);
    }
}
