// SPDX-License-Identifier: GPL-2.0-only
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Verification.Museum;

/// <summary>
/// A call of a planted model makes so many rounds through its loops at most; then it counts as one
/// that does not return. Only what is planted counts them: the model as it is pays nothing.
/// </summary>
sealed class LoopBound : CSharpSyntaxRewriter
{
    /// <summary>Rounds of all loops in a call together; the model as it is stays below a quarter.</summary>
    public const int MostRounds = 1 << 17;

    /// <summary>Where the checker calls the model, and rounds are counted from 0.</summary>
    static readonly string[] entries = ["Boot", "Execute", "Walk"];

    static readonly StatementSyntax begin =
        SyntaxFactory.ParseStatement("global::Verification.Model.LoopBound.Begin();");

    static readonly StatementSyntax pass =
        SyntaxFactory.ParseStatement("global::Verification.Model.LoopBound.Pass();");

    LoopBound()
    {
    }

    /// <summary>The same files with each round counted, and the file that counts them.</summary>
    public static IEnumerable<SyntaxTree> In(IEnumerable<SyntaxTree> trees) =>
    [
        .. trees.Select(static tree => tree.WithRootAndOptions(
            new LoopBound().Visit(tree.GetRoot()), tree.Options)),
        CSharpSyntaxTree.ParseText(
            $$"""
            namespace Verification.Model;

            static class LoopBound
            {
                static int left;

                public static void Begin() => left = {{MostRounds}};

                public static void Pass()
                {
                    if (--left == 0)
                    {
                        throw new Verification.Spec.TargetDiedException(
                            "no return within {{MostRounds}} rounds of loops", "endless", "loop");
                    }
                }
            }
            """,
            path: "LoopBound.cs"),
    ];

    /// <inheritdoc/>
    public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node)
    {
        var visited = (MethodDeclarationSyntax)base.VisitMethodDeclaration(node)!;
        return node.Parent is ClassDeclarationSyntax { Identifier.ValueText: "Model" }
            && entries.Contains(node.Identifier.ValueText) && visited.Body is { } body
            ? visited.WithBody(body.WithStatements(body.Statements.Insert(0, begin)))
            : visited;
    }

    /// <inheritdoc/>
    public override SyntaxNode? VisitForStatement(ForStatementSyntax node)
    {
        var visited = (ForStatementSyntax)base.VisitForStatement(node)!;
        return visited.WithStatement(Counted(visited.Statement));
    }

    /// <inheritdoc/>
    public override SyntaxNode? VisitForEachStatement(ForEachStatementSyntax node)
    {
        var visited = (ForEachStatementSyntax)base.VisitForEachStatement(node)!;
        return visited.WithStatement(Counted(visited.Statement));
    }

    /// <inheritdoc/>
    public override SyntaxNode? VisitWhileStatement(WhileStatementSyntax node)
    {
        var visited = (WhileStatementSyntax)base.VisitWhileStatement(node)!;
        return visited.WithStatement(Counted(visited.Statement));
    }

    /// <inheritdoc/>
    public override SyntaxNode? VisitDoStatement(DoStatementSyntax node)
    {
        var visited = (DoStatementSyntax)base.VisitDoStatement(node)!;
        return visited.WithStatement(Counted(visited.Statement));
    }

    static BlockSyntax Counted(StatementSyntax body) => SyntaxFactory.Block(pass, body);
}
