// SPDX-License-Identifier: GPL-2.0-only
using System.Text.RegularExpressions;
using Xunit;

namespace Verification.Properties;

/// <summary>Rules of the house that hold for every file.</summary>
public sealed partial class SourceFiles
{
    const int LongestFile = 400;

    /// <summary>An operand's base is what its offset counts from, no base class.</summary>
    static readonly string[] meansSomethingElse = ["OperandBase"];

    /// <summary>Its packages are too large for everybody who tests the solution.</summary>
    const string NotInTheSolution = "properties/Browser/Browser.csproj";

    static readonly string[] allowed =
    [
        ".ci", ".editorconfig", ".gitattributes", ".gitignore", "CONTRIBUTING.md",
        "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "LICENSE",
        "README.md", "Verification.sln", "docs", "eng", "model", "properties", "search",
        "snapshots", "spec", "targets", "tools",
    ];

    static readonly string[] madeByTools =
        [".git", "artifacts", ".vs", ".vscode", ".idea", "TestResults", ".vmcheck"];

    [Theory]
    [InlineData(".cs", "// SPDX-License-Identifier: GPL-2.0-only")]
    [InlineData(".csproj", "<!-- SPDX-License-Identifier: GPL-2.0-only -->")]
    [InlineData(".props", "<!-- SPDX-License-Identifier: GPL-2.0-only -->")]
    [InlineData(".targets", "<!-- SPDX-License-Identifier: GPL-2.0-only -->")]
    [InlineData(".c", "// SPDX-License-Identifier: GPL-2.0-only")]
    [InlineData(".h", "/* SPDX-License-Identifier: GPL-2.0-only */")]
    [InlineData(".js", "// SPDX-License-Identifier: GPL-2.0-only")]
    [InlineData(".css", "/* SPDX-License-Identifier: GPL-2.0-only */")]
    public void Begin_with_their_licence(string extension, string line)
    {
        Assert.NotEmpty(Repository.Files(extension));
        Assert.DoesNotContain(
            Repository.Files(extension),
            file => Repository.Lines(file).FirstOrDefault() != line);
    }

    [Fact]
    public void Are_short_enough_to_be_read() =>
        Assert.DoesNotContain(
            Repository.Files(".cs"), file => Repository.Lines(file).Length > LongestFile);

    [Fact]
    public void Follow_pointers_in_one_folder_only() =>
        Assert.DoesNotContain(
            Repository.Files(".cs").Where(file => !file.StartsWith(
                "targets/CLibrary/", StringComparison.Ordinal)),
            file => Unsafe().IsMatch(Repository.Read(file)));

    [Fact]
    public void Have_no_type_that_is_named_after_nothing()
    {
        IEnumerable<string> vague =
            from file in Repository.Files(".cs")
            from Match match in VagueType().Matches(Repository.Read(file))
            where !meansSomethingElse.Contains(match.Groups["name"].Value)
            select $"{file}: {match.Groups["name"].Value}";

        Assert.Empty(vague);
    }

    [Fact]
    public void Leave_nothing_to_be_done_later() =>
        Assert.DoesNotContain(
            Repository.Files(".cs"), file => Later().IsMatch(Repository.Read(file)));

    [Fact]
    public void Lie_in_the_folders_of_the_design() =>
        Assert.Equal(
            allowed.Order(StringComparer.Ordinal),
            Directory.EnumerateFileSystemEntries(Repository.Root).Select(Path.GetFileName)
                .Except(madeByTools).Order(StringComparer.Ordinal));

    [Fact]
    public void Are_all_projects_of_the_solution()
    {
        string solution = Repository.Read("Verification.sln").Replace('\\', '/');

        Assert.DoesNotContain(
            Repository.Files(".csproj").Except([NotInTheSolution]),
            file => !solution.Contains($"\"{file}\""));
    }

    [GeneratedRegex(
        @"\b(class|record|struct|interface|enum)\s+"
        + @"(?<name>\w*(Helper|Manager|Utils|Base|Impl)s?)\b")]
    private static partial Regex VagueType();

    [GeneratedRegex(@"\bunsafe\b")]
    private static partial Regex Unsafe();

    [GeneratedRegex("//.*(TO" + "DO|FIX" + "ME|HA" + "CK)\\b")]
    private static partial Regex Later();
}
