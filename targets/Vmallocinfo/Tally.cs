// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Targets;

/// <summary>Findings, notes, and how often each rule was judged, while an audit runs.</summary>
sealed class Tally
{
    const int LinesShown = 5;

    readonly Dictionary<AuditRule, int> judged = [];
    readonly Dictionary<string, List<int>> notes = [];
    readonly List<Finding> findings = [];

    /// <summary>Judges an area by a rule; <paramref name="seen"/> is null when it holds.</summary>
    public void Judge(AuditRule rule, ListedArea area, string? seen, ListedArea? other = null)
    {
        judged[rule] = judged.GetValueOrDefault(rule) + 1;
        if (seen is not null)
        {
            findings.Add(new Finding(area.Line, rule, seen, area.Caller, other?.Line));
        }
    }

    /// <summary>Lets a line pass, or leaves it unjudged; lines with one reason become one
    /// note.</summary>
    public void Note(string reason, int line)
    {
        if (!notes.TryGetValue(reason, out List<int>? lines))
        {
            notes[reason] = lines = [];
        }

        lines.Add(line);
    }

    /// <summary>All findings, by line and then in the order of the rules.</summary>
    public IReadOnlyList<Finding> Findings()
    {
        List<AuditRule> order = [.. AuditRule.All];
        return [.. findings.OrderBy(found => found.Line)
            .ThenBy(found => order.IndexOf(found.Rule))];
    }

    /// <summary>Every rule with its figures, also those never judged.</summary>
    public IReadOnlyList<RuleCount> Rules() =>
        [.. AuditRule.All.Select(rule => new RuleCount(
            rule,
            judged.GetValueOrDefault(rule),
            findings.Count(found => found.Rule == rule)))];

    /// <summary>The notes as sentences with the first lines they are about.</summary>
    public IReadOnlyList<string> Notes() =>
        [.. notes.Select(note =>
        {
            string shown = string.Join(", ", note.Value.Take(LinesShown));
            string more = note.Value.Count > LinesShown ? ", ..." : "";
            string lines = note.Value.Count == 1 ? "line" : "lines";
            return $"{note.Key} ({note.Value.Count} {lines}: {shown}{more})";
        })];
}
