// SPDX-License-Identifier: GPL-2.0-only
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Verification.Targets;

/// <summary>The report as one JSON object; names are stable, new ones may be added.</summary>
public static class AuditJson
{
    static readonly JsonSerializerOptions CamelCase = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Counts, findings with line and rule, lines not understood, notes.</summary>
    public static string Print(AuditReport report) => JsonSerializer.Serialize(
        new
        {
            report.Lines,
            Areas = report.Areas.Count,
            report.PageSizeBytes,
            Classes = Enum.GetValues<LineClass>()
                .Where(found => report.CountOf(found) > 0)
                .ToDictionary(
                    found => JsonNamingPolicy.CamelCase.ConvertName(found.ToString()),
                    report.CountOf),
            Findings = report.Findings.Select(found => new
            {
                found.Line,
                Rule = found.Rule.Name,
                found.Rule.Says,
                found.Rule.From,
                found.Seen,
                found.Caller,
                found.OtherLine,
            }),
            report.Unparsed,
            report.UnknownAttributes,
            Rules = report.Rules.Select(
                count => new { count.Rule.Name, count.Checked, count.Found }),
            report.Notes,
        },
        CamelCase);
}
