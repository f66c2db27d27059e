// SPDX-License-Identifier: GPL-2.0-only
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Verification.Museum;

/// <summary>The model's source files, as they lie in this assembly, parsed once.</summary>
static class ModelSources
{
    const string Prefix = "model/";

    /// <summary>What the SDK writes for a project with implicit usings.</summary>
    const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    public static IReadOnlyList<SyntaxTree> Trees { get; } = Read();

    /// <summary>The same file with another text.</summary>
    public static SyntaxTree With(SyntaxTree tree, SourceText text) =>
        CSharpSyntaxTree.ParseText(text, path: tree.FilePath);

    static SyntaxTree[] Read() =>
    [
        CSharpSyntaxTree.ParseText(ImplicitUsings, path: "ImplicitUsings.cs"),
        .. typeof(ModelSources).Assembly.GetManifestResourceNames()
            .Where(static name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(Parse),
    ];

    static SyntaxTree Parse(string name)
    {
        using Stream stream = typeof(ModelSources).Assembly.GetManifestResourceStream(name)!;
        return CSharpSyntaxTree.ParseText(SourceText.From(stream), path: name);
    }
}
