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

    /// <summary>
    /// One for each cluster of violations; to be read between two calls of <see cref="Hunt"/>.
    /// </summary>
    IEnumerable<FirstBroken> Broken { get; }

    /// <summary>
    /// How many traces it wants at a time, a multiple of <see cref="CampaignPlan.Batch"/>.
    /// </summary>
    long Share { get; }

    /// <summary>Tries so many traces in a row, or fewer when the hunt is over before.</summary>
    /// <returns>
    /// How many, from the first on, were tried to their end, when nothing else was counted; null
    /// when the hunt ended in the middle of one.
    /// </returns>
    long? Hunt(long first, long count);

    /// <summary>Adds what was done in all calls of <see cref="Hunt"/>; from any thread.</summary>
    void AddTo(CampaignFigures sum);

    /// <summary>Hands over the situations seen; between two calls of <see cref="Hunt"/>.</summary>
    void MoveTo(AbstractStates sum);
}
