// SPDX-License-Identifier: GPL-2.0-only
using System.Text.RegularExpressions;
using Verification.Vmcheck;
using Xunit;

namespace Verification.Properties;

/// <summary>What README tells a user to type, one line after the other, in an empty folder.</summary>
public sealed partial class TheWalkOfReadme
{
    const int Lines = 3;

    [Trait("Length", "long")]
    [Fact]
    public void Leads_from_a_hunt_to_a_report_and_prints_what_it_says()
    {
        using TemporaryFolder folder = new();
        MatchCollection typed = Typed().Matches(Repository.Read("README.md"));

        Assert.Equal(Lines, typed.Count);
        Assert.All(typed, line =>
        {
            (ExitCode code, string output, string error) =
                VmcheckExecutable.Run(folder.Path, line.Groups["arguments"].Value);
            Assert.True(code == ExitCode.Violation, $"{line.Value}: {code}\n{error}");
            Assert.Contains(line.Groups["printed"].Value, output);
        });
        Assert.Contains("<html", File.ReadAllText(Path.Combine(folder.Path, "bug.html")));
    }

    /// <summary>A line with what it prints in quotes behind it.</summary>
    [GeneratedRegex(
        "^vmcheck (?<arguments>[a-z][^#]*[^# ]) +# \"(?<printed>.*)\"$", RegexOptions.Multiline)]
    private static partial Regex Typed();
}
