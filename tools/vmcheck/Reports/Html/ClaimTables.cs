// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Vmcheck;

/// <summary>What was judged, and what was gone through, as tables of the page.</summary>
static class ClaimTables
{
    public static Html Of(ReportContent content) => Html.Of($"""
        <details class="panel" id="laws"{Open(content)}>
        <summary><h2>Laws and situations</h2></summary>
        {Table(
            "Laws and situations", ["law", "says", "reach", "checked", "broken"],
            content.Laws.Select(Row))}
        {NotChecked(content)}
        </details>
        {(content.Coverage.Count == 0 ? Html.None : Coverage(content))}
        """);

    /// <summary>Where there is no trace to look at, these are what there is.</summary>
    static Html Open(ReportContent content) => new(content.Traces.Count == 0 ? " open" : "");

    static Html Coverage(ReportContent content) => Html.Of($"""
        <details class="panel" id="coverage"{Open(content)}><summary><h2>Coverage</h2></summary>
        {Table("Coverage", ["what varies", "times seen"], content.Coverage.Select(
            static dimension => Row(dimension.Name, dimension.Values)))}
        {(content.NotExercised.Count == 0 ? Html.None : Html.Of(
            $"<p><b>never exercised:</b> {string.Join(", ", content.NotExercised)}</p>"))}
        </details>
        """);

    static Html Table(string name, string[] columns, IEnumerable<Html> rows) => Html.Of($"""
        <div class="wide" tabindex="0" role="region" aria-label="{name}"><table>
        <thead><tr>{Html.Join(columns.Select(static column => Html.Of(
            $"<th scope=\"col\">{column}</th>")))}</tr></thead>
        <tbody>
        {Html.Join(rows)}
        </tbody></table></div>
        """);

    static Html Row(ReportedLaw row)
    {
        bool isSighting = row.Law.Mood == Mood.Sometimes;
        string kind = row.Broken > 0 ? "broken" : row.Checked == 0 ? "never" : "kept";
        string broken = isSighting ? "" : row.Broken == 0 ? "-" : Words.Of(row.Broken, "trace");
        return Html.Of($"""
            <tr class="{kind}"><th scope="row">{row.Law.Name}</th><td>{row.Law.Says}</td>
            <td>{(isSighting ? "sighting" : Words.Of(row.Law.Reach))}</td>
            <td class="number">{Times(row.Checked)}</td><td class="number">{broken}</td></tr>
            """);
    }

    static Html NotChecked(ReportContent content) => Html.Join(content.NotCheckable
        .GroupBy(static one => one.Why)
        .Select(static same => Html.Of($"""
            <p><b>not checked, {same.Key}:</b>
            {string.Join(", ", same.Select(static one => one.Law.Name))}</p>
            """)));

    static Html Row(string name, IReadOnlyList<(string Value, long Times)> values) => Html.Of($"""
        <tr><th scope="row">{name}</th><td class="values">{Html.Join(values.Select(Seen))}</td></tr>
        """);

    static Html Seen((string Value, long Times) value)
    {
        Html kind = new(value.Times == 0 ? " class=\"never\"" : "");
        return Html.Of($"<span{kind}>{value.Value} <b>{Times(value.Times)}</b></span>");
    }

    static string Times(long times) => times == 0 ? "never" : $"{times:N0}";
}
