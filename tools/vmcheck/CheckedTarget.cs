// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;
using Verification.Targets;

namespace Verification.Vmcheck;

/// <summary>What a verb checks: the model, of whatever era and mode, or one C library.</summary>
/// <param name="Word">As typed after --target.</param>
/// <param name="Library">Null: the model.</param>
sealed record CheckedTarget(string Word, CLibrary? Library) : IDisposable
{
    /// <summary>The word for the model.</summary>
    public const string Model = CampaignPlan.Model;

    /// <summary>The target; a library has an era of its own, and is one object for all.</summary>
    public ITarget Of(Era era, DefectMode mode) => Library ?? (ITarget)new Model.Model(era, mode);

    /// <summary>
    /// The target for a trace; a machine it cannot simulate ends the verb with
    /// <see cref="ExitCode.TargetUnavailable"/>.
    /// </summary>
    public ITarget For(Trace trace)
    {
        if (Library is { } library && !library.Accepts(trace.Machine, out string why))
        {
            throw new VerbException(
                ExitCode.TargetUnavailable,
                $"{Word} cannot simulate machine {trace.Machine.Name}: {why}");
        }

        return Of(trace.Era, trace.Mode);
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
}
