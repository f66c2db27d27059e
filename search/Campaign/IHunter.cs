// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>
/// One thread's share of a campaign: it tries traces and keeps what it found and counted.
/// </summary>
public interface IHunter : IDisposable
{
    /// <summary>The laws that bind a target of this campaign.</summary>
    IEnumerable<Law> Laws { get; }

    /// <summary>One for each cluster of violations; to be read once the hunt is over.</summary>
    IEnumerable<FirstBroken> Broken { get; }

    /// <summary>
    /// How many traces it wants at a time, a multiple of <see cref="CampaignPlan.Batch"/>.
    /// </summary>
    long Share { get; }

    /// <summary>Tries so many traces in a row, or fewer when the hunt is over before.</summary>
    void Hunt(long first, long count);

    /// <summary>Adds what was done in all calls of <see cref="Hunt"/>; from any thread.</summary>
    void AddTo(CampaignFigures sum);

    /// <summary>Hands over the situations seen; once the hunt is over.</summary>
    void MoveTo(AbstractStates sum);
}
