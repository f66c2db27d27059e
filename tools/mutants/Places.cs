// SPDX-License-Identifier: GPL-2.0-only
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Verification.Mutants;

/// <summary>Where the switch of a mutant can stand: the smallest part that may be there twice.</summary>
static class Places
{
    public static void Find(Mutant mutant)
    {
        for (SyntaxNode? node = mutant.Node; node is not null and not MemberDeclarationSyntax
            && (node == mutant.Node || node is not AnonymousFunctionExpressionSyntax);
            node = node.Parent)
        {
            if (node is StatementSyntax || node.Parent is ExpressionStatementSyntax)
            {
                SyntaxNode statement = node as StatementSyntax ?? node.Parent!;
                Put(mutant, statement, Form.Statement);
                if (Declares(statement) || statement is not ExpressionStatementSyntax
                    and not BreakStatementSyntax and not ContinueStatementSyntax
                    and not YieldStatementSyntax)
                {
                    ToBody(mutant);
                }

                return;
            }

            if (node is ExpressionSyntax expression && IsValue(expression))
            {
                Put(mutant, expression, Form.Expression);
                if (Declares(expression))
                {
                    ToBody(mutant);
                }

                return;
            }
        }

        ToBody(mutant);
    }

    /// <summary>The next larger form: the body; from there, none.</summary>
    public static void ToBody(Mutant mutant)
    {
        SyntaxNode? body = mutant.Form == Form.Body ? null
            : mutant.Node.Ancestors().FirstOrDefault(IsFunction);
        Put(mutant, body ?? mutant.Node, body is null ? Form.Dropped : Form.Body);
    }

    static void Put(Mutant mutant, SyntaxNode place, Form form) =>
        (mutant.Place, mutant.Form) = (place, form);

    static bool IsFunction(SyntaxNode node) => node is AnonymousFunctionExpressionSyntax
        or LocalFunctionStatementSyntax or AccessorDeclarationSyntax or BaseMethodDeclarationSyntax
        or PropertyDeclarationSyntax { ExpressionBody: not null }
        or IndexerDeclarationSyntax { ExpressionBody: not null };

    static bool Declares(SyntaxNode node) => node.DescendantNodes(
        static inner => inner is not AnonymousFunctionExpressionSyntax)
        .Any(static inner => inner is SingleVariableDesignationSyntax);

    /// <summary>A literal operand would lose its conversions in a conditional expression.</summary>
    static bool IsValue(ExpressionSyntax node) =>
        node is not LiteralExpressionSyntax
            { Parent: BinaryExpressionSyntax or ArgumentSyntax } and not TypeSyntax
        and not InitializerExpressionSyntax and not DeclarationExpressionSyntax
        and not ThrowExpressionSyntax and not RefExpressionSyntax
        && node.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Right == node,
            ArgumentSyntax argument => argument.RefKindKeyword.IsKind(SyntaxKind.None),
            BinaryExpressionSyntax or ParenthesizedExpressionSyntax or CastExpressionSyntax
                or ConditionalExpressionSyntax or EqualsValueClauseSyntax or ReturnStatementSyntax
                or ArrowExpressionClauseSyntax or SwitchExpressionArmSyntax or IfStatementSyntax
                or ForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax
                or SwitchStatementSyntax or AnonymousFunctionExpressionSyntax
                or YieldStatementSyntax or ExpressionElementSyntax or SpreadElementSyntax
                or WhenClauseSyntax => true,
            PrefixUnaryExpressionSyntax unary => !unary.IsKind(SyntaxKind.PreIncrementExpression)
                && !unary.IsKind(SyntaxKind.PreDecrementExpression),
            ForStatementSyntax loop => loop.Condition == node,
            MemberAccessExpressionSyntax access => access.Expression == node
                && node is InvocationExpressionSyntax or ParenthesizedExpressionSyntax,
            _ => false,
        };
}
