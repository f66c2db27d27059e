// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;

namespace Verification.Vmcheck;

/// <summary>What a report tells of a single trace.</summary>
static class TraceContent
{
    /// <summary>The trace's story, with the laws that were asked.</summary>
    /// <param name="judged">The trace and what it breaks.</param>
    /// <param name="file">Where the trace lies, as typed; null: it came from standard input.</param>
    /// <param name="target">As typed after --target.</param>
    public static ReportContent Of(JudgedTrace judged, string? file, string target)
    {
        (Story story, IReadOnlyList<Law> laws) = (judged.Story, judged.Laws);
        Violation? first = story.Broken.Count > 0 ? story.Broken[0] : null;
        return new()
        {
            Verdict = first is null ? "No law was broken"
                : $"Broken in step {first.StepIndex + 1} of {story.Trace.Commands.Count}: "
                    + first.Law.Says,
            Summary =
            [
                ("target", story.Target.Name),
                ("version", $"{Eras.Name(story.Trace.Era)} {Words.Of(story.Trace.Mode)}"),
                ("machine", story.Trace.Machine.Name),
                ("commands", $"{story.Trace.Commands.Count:N0}"),
                ("claim", CheckText.Coverage(judged.ChecksOf, laws)),
            ],
            Traces =
            [
                new(story, null, [], file, target),
            ],
            Laws = [.. laws.Select(law =>
                new ReportedLaw(law, judged.ChecksOf(law), judged.IsBroken(law) ? 1 : 0))],
            NotCheckable =
                [.. Claim.All.Except(laws).Select(law => (law, law.WhyNot(story.Target)!))],
        };
    }
}
