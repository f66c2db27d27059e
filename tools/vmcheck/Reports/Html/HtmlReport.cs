// SPDX-License-Identifier: GPL-2.0-only
using System.Net;

namespace Verification.Vmcheck;

/// <summary>A report as one page that needs nothing but a browser.</summary>
static class HtmlReport
{
    /// <summary>The whole page.</summary>
    public static string Of(ReportContent content) =>
        $"<!doctype html><pre>{WebUtility.HtmlEncode(MarkdownReport.Of(content))}</pre>";
}
