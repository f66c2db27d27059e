// SPDX-License-Identifier: GPL-2.0-only
using System.CommandLine;
using System.Text;
using Verification.Search;
using Verification.Vmcheck;
using Xunit;

namespace Verification.Properties;

/// <summary>docs/vmcheck.md is what the program's own help says.</summary>
public sealed class VerbsPage
{
    const string Page = "docs/vmcheck.md";

    const string Intro = $"""
        # The command line

        What `vmcheck --help` and the help of each verb print; a test makes this page, and runs every
        example in it. The examples are typed at the top of the repository, and there `vmcheck` is

        ```
        {CommandLine.InRepository}
        ```

        `vmcheck completion` prints what completes all of this in bash, zsh and fish.

        Progress and complaints go to standard error, findings and documents to standard output.


        """;

    /// <summary>The page in the repository is the approved one.</summary>
    [Fact]
    public void Is_what_help_says() => Approved.Page(Page, Made());

    [Fact]
    public void Tells_of_every_verb_what_its_exit_codes_mean_and_an_example()
    {
        IReadOnlyList<Command> verbs = [.. Root().Subcommands];

        Assert.NotEmpty(verbs);
        Assert.All(verbs, static verb => Assert.IsType<Verb>(verb));
        Assert.All(verbs.Cast<Verb>(), static verb =>
        {
            Assert.InRange(verb.Examples.Count, 1, 4);
            Assert.All(verb.Examples, example => Assert.Contains(
                example.Ends, verb.Codes.Select(static one => one.Code)));
            Assert.All(verb.Examples, example => Assert.StartsWith(verb.Name, example.Arguments));
            Assert.Equal(verb.Codes.Select(static one => one.Code).Distinct().Order(),
                verb.Codes.Select(static one => one.Code));
        });
    }

    internal static RootCommand Root() => Program.Root(CommandLine.Installed);

    static string Made()
    {
        StringBuilder page = new(Intro);
        page.Append(Help([]));
        foreach (Command verb in Root().Subcommands.OrderBy(
            static verb => verb.Name, StringComparer.Ordinal))
        {
            page.Append($"\n## {verb.Name}\n\n").Append(Help([verb.Name]));
        }

        return page.ToString();
    }

    /// <summary>As printed, but for the name of the process, here a test's.</summary>
    static string Help(string[] verb)
    {
        using StringWriter output = new() { NewLine = "\n" };
        int code = Root().Parse([.. verb, "--help"])
            .Invoke(new InvocationConfiguration { Output = output });
        Assert.Equal(0, code);
        IEnumerable<string> lines = output.ToString()
            .Replace($"\n  {RootCommand.ExecutableName} ", $"\n  {CommandLine.Installed} ")
            .TrimEnd().Split('\n').Select(static line => line.TrimEnd());
        return $"```\n{string.Join('\n', lines)}\n```\n";
    }
}
