// SPDX-License-Identifier: GPL-2.0-only
using Verification.Vmcheck;
using Xunit;

namespace Verification.Properties;

/// <summary>Every example of help ends as it says, typed at the top of a repository.</summary>
[Trait("Length", "long")]
public sealed class ExamplesOfHelp : IDisposable
{
    static readonly string[] read = ["docs", "properties", "snapshots"];

    readonly string folder = Directory.CreateTempSubdirectory("vmcheck-examples-").FullName;

    /// <summary>What is read is the repository's; what is written goes with the test.</summary>
    public ExamplesOfHelp()
    {
        foreach (string name in read)
        {
            Link(name, Path.Combine(Repository.Root, name));
        }
    }

    public static TheoryData<string, int> Plain => That(Needs.Nothing);

    public static TheoryData<string, int> OfCLibraries => That(Needs.CLibrary);

    public static TheoryData<string, int> OfKernels => That(Needs.KernelSource);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [MemberData(nameof(Plain))]
    public void Ends_as_it_says(string arguments, int code) => Run(arguments, code, folder);

    [CTheory]
    [MemberData(nameof(OfCLibraries))]
    public void Ends_as_it_says_on_a_library_in_C(string arguments, int code)
    {
        Link("example.so", CCompiler.Example());

        Run(arguments, code, folder);
    }

    [KernelTheory]
    [MemberData(nameof(OfKernels))]
    public void Ends_as_it_says_on_real_code(string arguments, int code) => Run(arguments, code);

    static TheoryData<string, int> That(Needs needs)
    {
        TheoryData<string, int> examples = [];
        foreach (Example example in VerbsPage.Root().Subcommands.Cast<Verb>()
            .SelectMany(static verb => verb.Examples).Where(example => example.Needs == needs))
        {
            examples.Add(example.Arguments, (int)example.Ends);
        }

        return examples;
    }

    void Link(string name, string path) =>
        File.CreateSymbolicLink(Path.Combine(folder, name), path);

    /// <param name="arguments">Of vmcheck.</param>
    /// <param name="code">How it has to end.</param>
    /// <param name="cache">Where kernels are built; null: where they are.</param>
    void Run(string arguments, int code, string? cache = null)
    {
        (ExitCode ended, string output, string error) =
            VmcheckExecutable.Run(folder, arguments, cache);
        Assert.True(code == (int)ended, $"{ended}\n{output}\n{error}");
        Assert.NotEmpty(output + error);
    }
}
