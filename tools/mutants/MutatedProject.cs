// SPDX-License-Identifier: GPL-2.0-only
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Verification.Mutants;

/// <summary>A project with all mutants of some of its files in it, compiled in memory.</summary>
sealed class MutatedProject
{
    /// <summary>What the SDK writes for a project, and what its file says of friends.</summary>
    const string Generated = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("Verification.Properties")]
        """;

    static readonly CSharpCompilationOptions options = new(
        OutputKind.DynamicallyLinkedLibrary, checkOverflow: true, allowUnsafe: true,
        optimizationLevel: OptimizationLevel.Release,
        nullableContextOptions: NullableContextOptions.Enable);

    readonly CSharpCompilation compilation;
    readonly Dictionary<SyntaxTree, Mutant[]> files = [];

    /// <summary>Compiles again and again, without what did not compile, until all does.</summary>
    /// <param name="assemblyName">Known to the tests by this name.</param>
    /// <param name="sources">Paths relative to the top of the repository, and texts.</param>
    /// <param name="isMutated">Of which paths mutants are made.</param>
    public MutatedProject(
        string assemblyName, IEnumerable<(string Path, string Text)> sources,
        Func<string, bool> isMutated)
    {
        AssemblyName = assemblyName;
        compilation = CSharpCompilation.Create(
            assemblyName,
            [
                CSharpSyntaxTree.ParseText(Generated + Switchboard.Source),
                .. sources.Select(static file => CSharpSyntaxTree.ParseText(
                    SourceText.From(file.Text), path: file.Path)),
            ],
            References(assemblyName), options);
        int id = 0;
        foreach (SyntaxTree tree in compilation.SyntaxTrees.Where(
            tree => tree.FilePath.Length > 0 && isMutated(tree.FilePath)))
        {
            Mutations mutations = new(compilation.GetSemanticModel(tree));
            files[tree] =
                [.. mutations.All().Select(change => new Mutant(id++, tree.FilePath, change))];
        }

        foreach (Mutant mutant in Mutants)
        {
            Places.Find(mutant);
        }

        Image = Compiled();
    }

    public string AssemblyName { get; }

    /// <summary>In the order of their numbers; some may be dropped.</summary>
    public IReadOnlyList<Mutant> Mutants => [.. files.Values.SelectMany(static all => all)];

    /// <summary>The assembly with all of them, as a file holds it.</summary>
    public byte[] Image { get; }

    /// <summary>One of the repository, which lies in the folder that each path begins with.</summary>
    /// <param name="paths">Files and folders below the root, of one project.</param>
    public static MutatedProject Of(string root, IReadOnlyCollection<string> paths)
    {
        string project = paths.First().Split('/')[0];
        var sources =
            from file in Directory.EnumerateFiles(
                Path.Combine(root, project), "*.cs", SearchOption.AllDirectories)
            let path = Path.GetRelativePath(root, file).Replace('\\', '/')
            orderby path
            select (path, File.ReadAllText(file));
        return new(
            $"Verification.{char.ToUpperInvariant(project[0])}{project[1..]}", sources,
            file => paths.Any(path => file == path || file.StartsWith(path + "/")));
    }

    /// <summary>The assembly with a few of them: it starts faster.</summary>
    public byte[] ImageOf(Func<Mutant, bool> chosen) =>
        Emitted(chosen, out _) ?? throw new InvalidOperationException("compiles with all mutants");

    byte[] Compiled()
    {
        while (true)
        {
            if (Emitted(static _ => true, out IReadOnlyList<Diagnostic> errors) is { } image)
            {
                return image;
            }

            HashSet<int> guilty = [.. errors.SelectMany(Blame.Of)];
            if (guilty.Count == 0)
            {
                throw new InvalidOperationException($"does not compile: {errors[0]}");
            }

            foreach (Mutant mutant in Mutants.Where(mutant => guilty.Contains(mutant.Id)))
            {
                Places.ToBody(mutant);
            }
        }
    }

    byte[]? Emitted(Func<Mutant, bool> chosen, out IReadOnlyList<Diagnostic> errors)
    {
        CSharpCompilation changed = compilation;
        foreach ((SyntaxTree tree, Mutant[] mutants) in files)
        {
            SyntaxNode root = new Instrumentation(mutants.Where(chosen)).Visit(tree.GetRoot())!;
            changed = changed.ReplaceSyntaxTree(
                tree, tree.WithRootAndOptions(root, tree.Options));
        }

        using MemoryStream image = new();
        var result = changed.Emit(image);
        errors = [.. result.Diagnostics.Where(static d => d.Severity == DiagnosticSeverity.Error)];
        return result.Success ? image.ToArray() : null;
    }

    /// <summary>All packages, and of ours the one that every project references.</summary>
    static IEnumerable<MetadataReference> References(string assembly) =>
        from path in ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        let name = Path.GetFileNameWithoutExtension(path)
        where name == "Verification.Spec" ? name != assembly : !LoadedTests.IsOurs(name)
        select MetadataReference.CreateFromFile(path);
}
