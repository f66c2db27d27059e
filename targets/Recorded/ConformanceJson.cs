// SPDX-License-Identifier: GPL-2.0-only
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Verification.Targets;

/// <summary>The report as one JSON object; names are stable, new ones may be added.</summary>
public static class ConformanceJson
{
    static readonly JsonSerializerOptions camelCase = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The figures, the reasons of what is out of reach, and every difference.</summary>
    public static string Print(ConformanceReport report) => JsonSerializer.Serialize(
        new
        {
            report.Files,
            report.Commands,
            report.Reproduced,
            report.OutOfReach,
            report.NotFollowed,
            Reasons = report.Reasons.Select(
                pair => new { Reason = pair.Key, Commands = pair.Value }),
            report.Differences,
            report.Unreadable,
        },
        camelCase);
}
