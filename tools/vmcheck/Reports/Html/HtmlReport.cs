// SPDX-License-Identifier: GPL-2.0-only
using System.Security.Cryptography;
using System.Text;
using Verification.Spec;

namespace Verification.Vmcheck;

/// <summary>
/// A report as one page that a browser opens from a file: it asks nobody for anything, and its
/// policy forbids it to.
/// </summary>
static class HtmlReport
{
    /// <summary>A page of more commands is too large for a browser, and for a mail.</summary>
    public const int CommandsMax = 20_000;

    /// <summary>Longer figures are told in the list below the tiles.</summary>
    const int TileMax = 15;

    static readonly string[] scripts =
    [
        "elements.js", "timeline.js", "changes.js", "scale.js", "shapes.js", "space.js",
        "history.js", "tables.js", "story.js", "page.js",
    ];

    /// <summary>The whole page.</summary>
    public static string Of(ReportContent content, CancellationToken cancel)
    {
        string style = Resource("page.css");
        string script = "\"use strict\";\n" + string.Concat(scripts.Select(Resource));
        return Fill(Resource("page.html"), new()
        {
            ["policy"] = $"default-src 'none'; style-src '{Hash(style)}'; "
                + $"script-src '{Hash(script)}'; base-uri 'none'; form-action 'none'",
            ["title"] = Html.Of($"vmcheck: {content.Verdict}").Text,
            ["style"] = style,
            ["body"] = Body(content, cancel).Text,
            ["script"] = script,
        });
    }

    static Html Body(ReportContent content, CancellationToken cancel)
    {
        TraceHistory[] histories =
            [.. content.Traces.Select(trace => TraceHistory.Of(trace.Story, cancel))];
        bool isBroken = histories.Any(static history => history.Broken.Count > 0);
        return Html.Of($"""
            <header>
            <p class="origin">vmcheck</p>
            <h1 class="{(isBroken ? "broken" : "kept")}">{content.Verdict}</h1>
            {Summary(content)}
            {TraceSection.Command(content.Again)}
            </header>
            {Findings(histories)}
            {Html.Join(content.Traces.Select((trace, index) =>
                TraceSection.Of(trace, histories[index], index + 1)))}
            {ClaimTables.Of(content)}
            """);
    }

    static Html Summary(ReportContent content)
    {
        var tiles = content.Summary.Where(static one => one.Value.Length <= TileMax);
        return Html.Of($"""
            <ul class="tiles">
            {Html.Join(tiles.Select(static one => Html.Of(
                $"<li><b>{one.Value}</b> <span>{one.Name}</span></li>")))}
            </ul>
            {TraceSection.Facts(content.Summary.Except(tiles))}
            """);
    }

    static Html Findings(TraceHistory[] histories) => histories.Length < 2 ? Html.None
        : Html.Of($"""
            <nav aria-label="Findings"><h2>Findings</h2><ol class="findings">
            {Html.Join(histories.Select(Finding))}
            </ol></nav>
            """);

    static Html Finding(TraceHistory history, int index)
    {
        if (history.Broken.Count == 0)
        {
            return Html.None;
        }

        Violation first = history.Broken[0].Violation;
        return Html.Of($"""
            <li><a href="#story-{index + 1}">{first.Law.Says}</a>
            <span>{first.Cluster} in <code>{history.Statement(first.StepIndex)}</code>, step
            {first.StepIndex + 1} of {history.Trace.Commands.Count}, machine
            {history.Trace.Machine.Name}</span></li>
            """);
    }

    /// <summary>Puts each part where <c>{{its name}}</c> stands.</summary>
    static string Fill(string template, Dictionary<string, string> parts)
    {
        string[] pieces = template.Split("{{");
        StringBuilder page = new(pieces[0]);
        foreach (string piece in pieces.Skip(1))
        {
            int end = piece.IndexOf("}}", StringComparison.Ordinal);
            page.Append(parts[piece[..end]]).Append(piece, end + 2, piece.Length - end - 2);
        }

        return page.ToString();
    }

    static string Hash(string text) =>
        "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    static string Resource(string name)
    {
        using Stream file = typeof(HtmlReport).Assembly.GetManifestResourceStream($"html/{name}")!;
        using StreamReader reader = new(file);
        return reader.ReadToEnd();
    }
}
