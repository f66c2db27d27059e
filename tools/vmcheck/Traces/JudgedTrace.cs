// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;

namespace Verification.Vmcheck;

/// <summary>A trace that was held to every law, also those behind others.</summary>
/// <param name="Story">The trace, its target, and what it breaks.</param>
/// <param name="Laws">The laws in force.</param>
/// <param name="Figures">How often each of them was asked, in all runs it took.</param>
sealed record JudgedTrace(Story Story, IReadOnlyList<Law> Laws, CampaignFigures Figures)
{
    /// <summary>Runs a trace as often as it has laws to break.</summary>
    public static JudgedTrace Of(Trace trace, ITarget target)
    {
        Trial trial = new(target);
        Violation[] broken = [.. trial.Run(trace)];
        CampaignFigures figures = new();
        trial.AddTo(figures);
        foreach (Violation violation in broken)
        {
            figures.CountBroken(violation.Law);
        }

        return new(new Story(trace, target, broken), trial.Laws, figures);
    }

    /// <summary>
    /// What the exit code says of it; nothing judged ends the verb with
    /// <see cref="ExitCode.NothingChecked"/>.
    /// </summary>
    /// <param name="name">How messages name the trace.</param>
    public ExitCode Code(string name) => Figures.HasChecked
        ? Story.Broken.Count > 0 ? ExitCode.Violation : ExitCode.Clean
        : throw new VerbException(
            ExitCode.NothingChecked,
            $"{name}: no command could be run: nothing was checked");
}
