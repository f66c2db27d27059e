// SPDX-License-Identifier: GPL-2.0-only
using System.Text.RegularExpressions;

namespace Verification.Museum;

/// <summary><c>model/walkthrough.md</c>, as it lies in this assembly.</summary>
public static partial class Walkthrough
{
    /// <summary>Where the functions begin that are not ported.</summary>
    const string LeftOutHeading = "Left out";

    static readonly string[] lines = Read();

    /// <summary>Every step, in the order of the text.</summary>
    public static IReadOnlyList<WalkthroughStep> Steps { get; } =
    [
        .. from line in UnderHeadings()
           let step = StepLine().Match(line.Text)
           where step.Success
           select new WalkthroughStep(line.Heading, step.Groups["id"].Value),
    ];

    /// <summary>Kernel functions that are not ported, and why.</summary>
    public static IReadOnlyList<(string Function, string Reason)> LeftOut { get; } =
    [
        .. from line in UnderHeadings()
           where line.Heading == LeftOutHeading
           let left = LeftOutLine().Match(line.Text)
           where left.Success
           select (left.Groups["function"].Value, left.Groups["reason"].Value),
    ];

    static IEnumerable<(string Heading, string Text)> UnderHeadings()
    {
        string heading = "";
        foreach (string line in lines)
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                heading = line[3..];
            }
            else
            {
                yield return (heading, line);
            }
        }
    }

    static string[] Read()
    {
        using Stream stream = typeof(Walkthrough).Assembly
            .GetManifestResourceStream("walkthrough.md")!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd().Split('\n');
    }

    [GeneratedRegex(@"^- `(?<id>[a-z-]+\.\d+)` ", RegexOptions.ExplicitCapture)]
    private static partial Regex StepLine();

    [GeneratedRegex(@"^- (?<function>`[^:]+`): (?<reason>.+)$", RegexOptions.ExplicitCapture)]
    private static partial Regex LeftOutLine();
}
