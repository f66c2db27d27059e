// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>A law broken in a step, and how its culprit came to be what it is.</summary>
/// <param name="Violation">The law, the step, the culprit.</param>
/// <param name="Life">
/// What happened to the culprit's range or frame, up to this step; empty when it has neither.
/// </param>
/// <param name="Frame">How the culprit's frame is called in the story; empty: it has none.</param>
public sealed record BrokenLaw(
    Violation Violation, IReadOnlyList<LifeEvent> Life, string Frame);

/// <summary>What a step did to a culprit.</summary>
/// <param name="Step">Index of the step, from 0.</param>
/// <param name="Statement">The call as C.</param>
/// <param name="Events">Its events that concern the culprit, at least one.</param>
public sealed record LifeEvent(int Step, string Statement, IReadOnlyList<string> Events);
