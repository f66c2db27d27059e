// SPDX-License-Identifier: GPL-2.0-only
using Verification.Targets;
using Xunit;

namespace Verification.Properties;

/// <summary>The listings in `samples/`: made up, each in the format of one kernel.</summary>
static class Sample
{
    /// <summary>All listings by name, in the order of the kernels.</summary>
    public static readonly string[] All =
    [
        "linux-2.6.28-x86_64",
        "linux-2.6.32-i386",
        "linux-4.4-arm64-64k-pages",
        "linux-4.9-zeros",
        "linux-4.15-withheld",
        "linux-4.19-arm-raw-callers",
        "linux-5.10-hashed",
        "linux-6.1-plain",
        "linux-6.12-node-by-node",
    ];

    public static TheoryData<string> Names => [.. All];

    public static string PathOf(string name) =>
        Path.Combine(AppContext.BaseDirectory, "Vmallocinfo", "samples", name + ".txt");

    public static string Text(string name) => File.ReadAllText(PathOf(name));

    /// <summary>The listing with one line changed; the change must be one.</summary>
    public static string With(string name, int line, Func<string, string> change)
    {
        string[] lines = Text(name).Split('\n');
        string before = lines[line - 1];
        lines[line - 1] = change(before);
        Assert.NotEqual(before, lines[line - 1]);
        return string.Join('\n', lines);
    }

    /// <summary>The one finding of a text in which one fault was planted.</summary>
    public static Finding OnlyFinding(string text)
    {
        AuditReport report = VmallocinfoAudit.Of(text);
        Assert.Empty(report.Unparsed);
        return Assert.Single(report.Findings);
    }
}
