// SPDX-License-Identifier: GPL-2.0-only
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Verification.Mutants;

/// <summary>Writes all mutants of a file into it, each behind its switch.</summary>
sealed class Instrumentation(IEnumerable<Mutant> mutants) : LoopGuard
{
    readonly ILookup<SyntaxNode, Mutant> places = mutants
        .Where(static mutant => mutant.Form != Form.Dropped)
        .ToLookup(static mutant => mutant.Place);

    /// <summary>What makes a body twice has to find one: it comes first.</summary>
    public override SyntaxNode? Visit(SyntaxNode? node)
    {
        SyntaxNode? visited = base.Visit(node);
        if (node is null || !places.Contains(node))
        {
            return visited;
        }

        foreach (Mutant mutant in places[node].OrderByDescending(static mutant => mutant.Form))
        {
            visited = Switched(visited!, mutant).WithTriviaFrom(visited!);
        }

        return visited;
    }

    /// <summary>
    /// The value of a static property is made anew on demand: what its initialiser has switches for
    /// would else be told once for all.
    /// </summary>
    public override SyntaxNode? VisitPropertyDeclaration(PropertyDeclarationSyntax node)
    {
        var visited = (PropertyDeclarationSyntax)base.VisitPropertyDeclaration(node)!;
        bool made = node.Initializer is not null && node.Modifiers.Any(SyntaxKind.StaticKeyword)
            && node.DescendantNodes().Any(places.Contains);
        return !made ? visited : visited.WithAccessorList(Getter(Block(ReturnStatement(
            ConditionalExpression(
                ParseExpression($"global::{Switchboard.Name}.Makes()"),
                ParenthesizedExpression(visited.Initializer!.Value), FieldExpression())
            .WithLeadingTrivia(Space)))));
    }

    static SyntaxNode Switched(SyntaxNode visited, Mutant mutant) => mutant.Form switch
    {
        Form.Expression => ParenthesizedExpression(Marked(mutant, Blame.Choice, ConditionalExpression(
            Switch(mutant), Marked(
                mutant, Blame.Changed,
                ParenthesizedExpression(Guarded(ParseExpression(mutant.Changed)))),
            ParenthesizedExpression((ExpressionSyntax)visited.WithoutTrivia())))),
        Form.Statement => Either(
            mutant,
            Guarded(ParseStatement(mutant.Changed.Length == 0 ? ";" : mutant.Changed)),
            (StatementSyntax)visited),
        _ => Twice(visited, mutant),
    };

    static SyntaxNode Twice(SyntaxNode visited, Mutant mutant)
    {
        bool returns = Returns(visited);
        BlockSyntax body = Block(Either(
            mutant, BodyOf(Guarded(Parsed(visited, mutant)), returns), BodyOf(visited, returns)));
        return visited switch
        {
            SimpleLambdaExpressionSyntax lambda => lambda.WithBody(body),
            ParenthesizedLambdaExpressionSyntax lambda => lambda.WithBody(body),
            AnonymousMethodExpressionSyntax method => method.WithBlock(body),
            LocalFunctionStatementSyntax local => local.WithExpressionBody(null)
                .WithSemicolonToken(default).WithBody(body),
            AccessorDeclarationSyntax accessor => accessor.WithExpressionBody(null)
                .WithSemicolonToken(default).WithBody(body),
            BaseMethodDeclarationSyntax method => method.WithExpressionBody(null)
                .WithSemicolonToken(default).WithBody(body),
            PropertyDeclarationSyntax property => property.WithExpressionBody(null)
                .WithSemicolonToken(default).WithAccessorList(Getter(body)),
            IndexerDeclarationSyntax indexer => indexer.WithExpressionBody(null)
                .WithSemicolonToken(default).WithAccessorList(Getter(body)),
            _ => throw new InvalidOperationException($"{visited.Kind()} has no body"),
        };
    }

    static AccessorListSyntax Getter(BlockSyntax body) => AccessorList(
        [AccessorDeclaration(SyntaxKind.GetAccessorDeclaration).WithBody(body)]);

    static SyntaxNode Parsed(SyntaxNode visited, Mutant mutant) => visited switch
    {
        LambdaExpressionSyntax => ParseExpression(mutant.Changed),
        LocalFunctionStatementSyntax => ParseStatement(mutant.Changed),
        AccessorDeclarationSyntax => ((PropertyDeclarationSyntax)ParseMemberDeclaration(
            $"int P {{ {mutant.Changed} }}")!).AccessorList!.Accessors[0],
        _ => ParseMemberDeclaration(mutant.Changed)!,
    };

    static bool Returns(SyntaxNode function) => function switch
    {
        ConstructorDeclarationSyntax => false,
        MethodDeclarationSyntax method => method.ReturnType.ToString() != "void",
        LocalFunctionStatementSyntax local => local.ReturnType.ToString() != "void",
        AccessorDeclarationSyntax accessor => accessor.IsKind(SyntaxKind.GetAccessorDeclaration),
        _ => true,
    };

    static StatementSyntax BodyOf(SyntaxNode function, bool returns)
    {
        (BlockSyntax? block, ExpressionSyntax? expression) = function switch
        {
            LambdaExpressionSyntax lambda => (lambda.Block, lambda.ExpressionBody),
            LocalFunctionStatementSyntax local => (local.Body, local.ExpressionBody?.Expression),
            AccessorDeclarationSyntax get => (get.Body, get.ExpressionBody?.Expression),
            BaseMethodDeclarationSyntax method => (method.Body, method.ExpressionBody?.Expression),
            PropertyDeclarationSyntax property => (
                property.AccessorList?.Accessors[0].Body, property.ExpressionBody?.Expression),
            IndexerDeclarationSyntax indexer => (
                indexer.AccessorList?.Accessors[0].Body, indexer.ExpressionBody?.Expression),
            _ => (null, null),
        };
        return block ?? (expression is null ? EmptyStatement() : returns
            ? ReturnStatement(expression.WithLeadingTrivia(Space))
            : (StatementSyntax)ExpressionStatement(expression));
    }

    static IfStatementSyntax Either(
        Mutant mutant, StatementSyntax changed, StatementSyntax unchanged) =>
        Marked(mutant, Assigns(mutant) ? Blame.Assignment : Blame.Choice, IfStatement(
            Switch(mutant), Marked(mutant, Blame.Changed, Block(changed)),
            ElseClause(Block(unchanged))));

    static bool Assigns(Mutant mutant) => mutant.Form == Form.Statement
        && mutant.Node is ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax };

    static T Marked<T>(Mutant mutant, string kind, T node)
        where T : SyntaxNode =>
        node.WithAdditionalAnnotations(new SyntaxAnnotation(kind, $"{mutant.Id}"));

    static ExpressionSyntax Switch(Mutant mutant) =>
        ParseExpression($"global::{Switchboard.Name}.Is({mutant.Id})");
}
