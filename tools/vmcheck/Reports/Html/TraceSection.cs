// SPDX-License-Identifier: GPL-2.0-only
using System.Text;
using Verification.Search;
using Verification.Spec;

namespace Verification.Vmcheck;

/// <summary>
/// The part of the page about one trace. What a reader without scripts sees is all here: the laws,
/// the calls with their results, the command. Pictures are drawn into the empty parts.
/// </summary>
static class TraceSection
{
    /// <summary>Lines that a browser lays out together once they come into sight.</summary>
    const int LinesOfABlock = 100;

    /// <param name="trace">What is told.</param>
    /// <param name="history">The same, told to its end.</param>
    /// <param name="number">From 1; makes the names in the page.</param>
    public static Html Of(ReportedTrace trace, TraceHistory history, int number) => Html.Of($"""
        <section class="story" id="story-{number}" aria-labelledby="story-{number}-title">
        {Laws(history, number)}
        {Facts(About(trace))}
        <p>{trace.BeforeReplay}</p>
        {Command(trace.Replay)}
        <details class="file"><summary>The trace</summary>
        <div class="command"><code>{trace.Text}</code>
        <button type="button" data-copy hidden>Copy</button></div>
        </details>
        <div class="steering" data-part="steering" hidden></div>
        <div class="panel" data-part="space" hidden></div>
        <div class="columns">
        <div class="panel">
        <h3 id="story-{number}-calls">Calls</h3>
        <div class="trace" data-part="trace" tabindex="0" role="region"
        aria-labelledby="story-{number}-calls">
        {Calls(history)}
        </div>
        </div>
        <div class="panel" data-part="step" hidden></div>
        </div>
        <div class="panel" data-part="tables" hidden></div>
        <script type="application/json" data-part="data">{Html.Data(HistoryJson.Of(history))}</script>
        </section>
        """);

    /// <summary>Names and what they are; a name left empty carries on the one before.</summary>
    public static Html Facts(IEnumerable<(string Name, string Value)> facts) => Html.Of($"""
        <dl class="facts">
        {Html.Join(facts.Select(static fact => Html.Of(
            $"<dt>{fact.Name}</dt><dd>{fact.Value}</dd>")))}
        </dl>
        """);

    /// <summary>A command line with a button that copies it.</summary>
    public static Html Command(string? line) => line is null ? Html.None : Html.Of($"""
        <div class="command"><code>{line}</code>
        <button type="button" data-copy hidden>Copy</button></div>
        """);

    static Html Laws(TraceHistory history, int number) => history.Broken.Count == 0
        ? Html.Of($"<h2 id=\"story-{number}-title\" class=\"kept\">The trace keeps every law</h2>")
        : Html.Join(history.Broken.Select((broken, index) => Law(
            broken, history, index == 0 ? Html.Of($" id=\"story-{number}-title\"") : Html.None)));

    static Html Law(BrokenLaw broken, TraceHistory history, Html id)
    {
        Violation violation = broken.Violation;
        return Html.Of($"""
            <h2{id} class="broken">{violation.Law.Name}</h2>
            {Facts(
            [
                ("law", violation.Law.Says),
                ("from", violation.Law.From),
                ("broken in", $"step {violation.StepIndex + 1} of {history.Trace.Commands.Count}: "
                    + history.Statement(violation.StepIndex)),
                ("culprit", violation.Culprits),
                ("cluster", $"{violation.Cluster}"),
            ])}
            {Life(broken)}
            """);
    }

    /// <summary>How the culprit came to be what it is; each step can be gone to.</summary>
    static Html Life(BrokenLaw broken) => broken.Life.Count == 0 ? Html.None : Html.Of($"""
        <details class="life">
        <summary>what happened to the culprit in {Words.Of(broken.Life.Count, "step")}</summary>
        <ol>
        {Html.Join(broken.Life.Select(static past => Html.Of($"""
            <li><a href="#" data-step="{past.Step + 1}">step {past.Step + 1}</a>
            <code>{past.Statement}</code><br><i>{string.Join("; ", past.Events)}</i></li>
            """)))}
        </ol></details>
        """);

    static IEnumerable<(string Name, string Value)> About(ReportedTrace trace)
    {
        Trace told = trace.Story.Trace;
        Machine machine = told.Machine;
        yield return ("target", $"{trace.Story.Target.Name}, {Eras.Name(told.Era)} "
            + Words.Of(told.Mode));
        yield return ("machine", $"{machine.Name}: "
            + $"{SizeText.Rough(machine.RangeEnd - machine.Start)} of addresses in "
            + $"pages of {SizeText.Of(machine.PageSize)}, {machine.Frames:N0} page frames, "
            + $"{Words.Of(machine.Nodes, "node")}, {machine.Online} of "
            + $"{Words.Of(machine.Cpus, "CPU")} online, purge above {machine.LazyMax:N0} lazy "
            + "pages");
        if (trace.File is { } file)
        {
            yield return ("trace", file);
        }

        foreach (string note in trace.Notes)
        {
            yield return ("note", note);
        }
    }

    static Html Calls(TraceHistory history)
    {
        StringBuilder text = new();
        HashSet<int> failing = [.. history.Failing];
        HashSet<int> involved = [.. history.Involved];
        int count = history.Trace.Commands.Count;
        for (int first = 0; first < count; first += LinesOfABlock)
        {
            text.Append($"<ol start=\"{first + 1}\">\n");
            for (int state = first + 1; state <= Math.Min(first + LinesOfABlock, count); state++)
            {
                text.Append(Call(
                    history, state, failing.Contains(state), involved.Contains(state)).Text);
            }

            text.Append("</ol>\n");
        }

        return new Html(text.ToString());
    }

    static Html Call(TraceHistory history, int state, bool isFailing, bool isInvolved)
    {
        string result = history.Results[state - 1];
        Html comment = result.Length == 0 ? Html.None : Html.Of($" <i>/* {result} */</i>");
        Html kind = new(isFailing ? " class=\"failing\"" : isInvolved ? " class=\"involved\"" : "");
        Html mark = new(isFailing ? "<b>broken here: </b>" : isInvolved ? "<b>culprit: </b>" : "");
        return Html.Of(
            $"<li{kind}>{mark}<code>{history.Statement(state - 1)}</code>{comment}</li>\n");
    }
}
