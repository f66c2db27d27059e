// SPDX-License-Identifier: GPL-2.0-only
using System.Text.RegularExpressions;
using Verification.Search;
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>What README says about the code is true of the code.</summary>
public sealed partial class ReadmeFile
{
    const int FirstScreen = 40;

    static readonly string text = Repository.Read("README.md");

    /// <summary>
    /// Every excerpt names its file in the line above, and stands there as it is here.
    /// </summary>
    [Fact]
    public void Shows_code_as_it_is()
    {
        MatchCollection excerpts = Excerpt().Matches(text);

        Assert.NotEmpty(excerpts);
        Assert.All(excerpts, excerpt => Assert.Contains(
            Outdented(excerpt.Groups["code"].Value),
            Outdented(Repository.Read(excerpt.Groups["file"].Value))));
    }

    /// <summary>
    /// Rounded to five hundred; blank lines and comments are not what one has to trust.
    /// </summary>
    [Fact]
    public void Counts_the_lines_of_the_specification()
    {
        int lines = Repository.Files(".cs", "spec").Sum(
            file => Repository.Lines(file).Count(line => line.Trim() is { Length: > 0 } code
                && !code.StartsWith("//", StringComparison.Ordinal)));
        int told = int.Parse(Trusted().Match(text).Groups["lines"].Value.Replace(",", ""));

        Assert.InRange(lines, told - 250, told + 250);
    }

    [Fact]
    public void Counts_the_laws() => Assert.Contains(
        $"its {Claim.All.Count(law => law.Mood == Mood.Always)} laws", text);

    /// <summary>The lines of the counterexample stand in the report in their order.</summary>
    [Fact]
    public void Shows_a_counterexample_as_it_is_printed()
    {
        Command block = new(CommandKind.Vmalloc) { Name = 0, Size = 4096 };
        Command free = new(CommandKind.Vfree) { Pointer = Operand.Named(0) };
        var trace = new Trace(
            Machines.Find("small")!, Era.V2632, DefectMode.Faithful, [block, free, free]);
        Violation violation = new Hunt().Run(trace)!;
        string report = FailureReport.Of(
            Failure.Of(trace, violation, new Model.Model(Era.V2632, DefectMode.Faithful)));
        string[] shown = Counterexample().Match(text).Groups["lines"].Value.TrimEnd().Split('\n');

        Assert.InRange(shown.Length, 5, 20);
        Assert.Equal(shown, report.Split('\n').Where(shown.Contains));
    }

    [Fact]
    public void Names_only_files_that_exist() =>
        Assert.Empty(
            from Match link in Link().Matches(text)
            let path = link.Groups["path"].Value
            where !Path.Exists(Path.Combine(Repository.Root, path))
            select path);

    [Fact]
    public void Names_only_options_that_vmcheck_has()
    {
        string source = string.Concat(
            Repository.Files(".cs", "tools/vmcheck").Select(Repository.Read));

        Assert.Empty(
            from Match line in Command().Matches(text)
            from Match option in Option().Matches(line.Groups["arguments"].Value)
            where !source.Contains($"\"{option.Value}\"")
            select option.Value);
        Assert.Empty(
            from Match line in Command().Matches(text)
            let verb = line.Groups["arguments"].Value.Trim().Split(' ')[0]
            where !source.Contains($"\"{verb}\"")
            select verb);
    }

    [Fact]
    public void Says_what_it_claims_on_its_first_screen()
    {
        string first = string.Join('\n', Repository.Lines("README.md").Take(FirstScreen));

        Assert.Contains("```csharp", first);
        Assert.Contains("dotnet run -c Release --project tools/vmcheck -- check", first);
        Assert.Contains("dotnet test Verification.sln", first);
        Assert.Matches(Trusted(), first);
    }

    static string Outdented(string code) =>
        string.Join('\n', code.Split('\n').Select(line => line.Trim())).Trim();

    [GeneratedRegex(
        @"\[`?(?<file>[\w./-]+\.cs)`?\]\([\w./-]+\):?\n+```csharp\n(?<code>.*?)```",
        RegexOptions.Singleline)]
    private static partial Regex Excerpt();

    [GeneratedRegex(@"```\n(?<lines>no call.*?)```", RegexOptions.Singleline)]
    private static partial Regex Counterexample();

    [GeneratedRegex(@"Trust these (?<lines>[\d,]+) lines")]
    private static partial Regex Trusted();

    [GeneratedRegex(@"\]\((?<path>[\w./-]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"tools/vmcheck -- (?<arguments>[^`\n#]*)")]
    private static partial Regex Command();

    [GeneratedRegex(@"--[a-z][a-z-]*")]
    private static partial Regex Option();
}
