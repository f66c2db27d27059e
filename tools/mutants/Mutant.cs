// SPDX-License-Identifier: GPL-2.0-only
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Verification.Mutants;

/// <summary>How a mutant stands in the one assembly that holds them all.</summary>
enum Form
{
    /// <summary>An expression: changed where the switch says so, else as it is.</summary>
    Expression,

    /// <summary>A statement, likewise.</summary>
    Statement,

    /// <summary>The whole body, twice: for what declares variables, or counts a loop.</summary>
    Body,

    /// <summary>It does not compile.</summary>
    Dropped,
}

/// <summary>One small change of the code.</summary>
/// <param name="Id">Its number, in the order of files and lines.</param>
/// <param name="File">Relative to the top of the repository, with slashes.</param>
sealed record Mutant(int Id, string File, Change Change)
{
    public SyntaxNode Node => Change.Node;

    /// <summary>Where its reader has to look, from 1.</summary>
    public int Line { get; } =
        (Change.Gone ?? Change.Node).GetLocation().GetLineSpan().StartLinePosition.Line + 1;

    /// <summary>The folder it is counted under.</summary>
    public string Folder => File[..File.LastIndexOf('/')];

    /// <summary>The name of the member it lies in; empty for a constructor or an operator.</summary>
    public string Member => Node.FirstAncestorOrSelf<MemberDeclarationSyntax>() switch
    {
        MethodDeclarationSyntax method => method.Identifier.Text,
        PropertyDeclarationSyntax property => property.Identifier.Text,
        _ => "",
    };

    /// <summary>The node that is switched, which holds the one that is changed.</summary>
    public SyntaxNode Place { get; set; } = Change.Node;

    public Form Form { get; set; }

    /// <summary>The text of the place with the change in it.</summary>
    public string Changed => SourceText.From(Place.ToString())
        .Replace(Node.SpanStart - Place.SpanStart, Node.Span.Length, Change.Text).ToString();

    /// <summary>Whether this is its file, or a folder above it.</summary>
    public bool IsIn(string path) => File == path || File.StartsWith(path + "/");

    /// <summary>The change on one line.</summary>
    public string Says => Change.Gone is { } gone
        ? $"{OneLine(gone.ToString())} => nothing"
        : $"{OneLine(Node.ToString())} => {OneLine(Change.Text)}";

    public override string ToString() => $"{File}:{Line}: {Says}";

    static string OneLine(string code)
    {
        string line = string.Join(' ', code.Split(
            (char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length == 0 ? "nothing" : line;
    }
}
