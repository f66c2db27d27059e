// SPDX-License-Identifier: GPL-2.0-only
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Verification.Mutants;

/// <summary>
/// The changes made to a file, one at a time: comparisons, logic, arithmetic, constants, patterns,
/// elements of lists, statements, returned values. Texts and what is printed stay as they are.
/// </summary>
sealed class Mutations(SemanticModel model)
{
    /// <summary>What a law may leave out, and what it says then.</summary>
    static readonly Dictionary<string, string> optional = new(StringComparer.Ordinal)
    {
        ["when"] = "null", ["about"] = "null", ["upon"] = "null", ["among"] = "Among.All",
        ["Binds"] = "null",
    };

    /// <summary>What stands instead of each node, in the order of the file.</summary>
    public IEnumerable<Change> All() =>
        from node in model.SyntaxTree.GetRoot().DescendantNodes(IsEntered)
        where IsEntered(node)
        from change in Of(node).Distinct(StringComparer.Ordinal)
            .Select(text => new Change(node, text)).Concat(Shorter(node)).Concat(LeftOut(node))
        select change;

    /// <summary>Constants need a compilation each; texts and thrown errors are for readers.</summary>
    static bool IsEntered(SyntaxNode node) => node switch
    {
        AttributeListSyntax or EnumMemberDeclarationSyntax or ParameterSyntax or ThrowStatementSyntax
            or ThrowExpressionSyntax or InterpolatedStringExpressionSyntax
            or SwitchLabelSyntax => false,
        FieldDeclarationSyntax field => !field.Modifiers.Any(SyntaxKind.ConstKeyword),
        LocalDeclarationStatementSyntax local => !local.IsConst,
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "nameof" } }
            => false,
        _ => true,
    };

    IEnumerable<string> Of(SyntaxNode node) => node switch
    {
        BinaryExpressionSyntax binary => Binary(binary).Concat(Answers(binary)),
        IsPatternExpressionSyntax match => Negated(match).Concat(Answers(match)),
        PrefixUnaryExpressionSyntax unary => Unary(unary).Concat(Answers(unary)),
        PostfixUnaryExpressionSyntax unary => Postfix(unary),
        AssignmentExpressionSyntax assignment => Assignment(assignment),
        LiteralExpressionSyntax literal => Literal(literal),
        PatternSyntax pattern => Patterns.Of(pattern),
        IdentifierNameSyntax name => Swapped(name),
        StatementSyntax statement => Removed(statement),
        ExpressionSyntax expression => Negation(expression).Concat(Answers(expression)),
        _ => [],
    };

    IEnumerable<string> Binary(BinaryExpressionSyntax node)
    {
        bool text = model.GetTypeInfo(node).Type?.SpecialType == SpecialType.System_String;
        return text ? [] : Operators.Instead(node.OperatorToken.Text)
            .Select(other => $"({node.Left} {other} {node.Right})");
    }

    static IEnumerable<string> Negated(IsPatternExpressionSyntax match)
    {
        bool declares = match.DescendantNodes().Any(
            static inner => inner is SingleVariableDesignationSyntax);
        return declares ? [] : [$"!({match})"];
    }

    static IEnumerable<string> Unary(PrefixUnaryExpressionSyntax node) =>
        node.OperatorToken.Text switch
        {
            "!" or "-" or "~" => [$"({node.Operand})"],
            "++" => [$"--{node.Operand}"],
            "--" => [$"++{node.Operand}"],
            _ => [],
        };

    static IEnumerable<string> Postfix(PostfixUnaryExpressionSyntax node) =>
        node.OperatorToken.Text switch
        {
            "++" => [$"{node.Operand}--"],
            "--" => [$"{node.Operand}++"],
            _ => [],
        };

    static IEnumerable<string> Assignment(AssignmentExpressionSyntax node) =>
        Operators.Instead(node.OperatorToken.Text.TrimEnd('='))
            .Select(other => $"{node.Left} {other}= {node.Right}");

    static IEnumerable<string> Literal(LiteralExpressionSyntax node) => node.Token.Value switch
    {
        true => ["false"],
        false => ["true"],
        int or uint or long or ulong when node.Parent is not ConstantPatternSyntax
            and not RelationalPatternSyntax => [node.Token.ValueText == "0" ? "1" : $"({node} + 1)"],
        _ => [],
    };

    static IEnumerable<Change> Shorter(SyntaxNode node) =>
        node is not CollectionExpressionSyntax list ? []
            : list.Elements.Select((element, gone) => new Change(
                list,
                $"[{string.Join(", ", list.Elements.Where((_, i) => i != gone))}]",
                element));

    static IEnumerable<Change> LeftOut(SyntaxNode node)
    {
        (string name, ExpressionSyntax? value) = node switch
        {
            ArgumentSyntax { NameColon: { } colon } argument =>
                (colon.Name.Identifier.Text, argument.Expression),
            AssignmentExpressionSyntax
            {
                Left: IdentifierNameSyntax left, Parent: InitializerExpressionSyntax,
            } assignment => (left.Identifier.Text, assignment.Right),
            _ => ("", null),
        };
        return value is not null && optional.TryGetValue(name, out string? instead)
            ? [new Change(value, instead, node)] : [];
    }

    static IEnumerable<string> Swapped(IdentifierNameSyntax name) =>
        name.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } access
        && access.Name == name && Operators.Other(name.Identifier.Text) is { } other ? [other] : [];

    static IEnumerable<string> Removed(StatementSyntax statement) => statement switch
    {
        ExpressionStatementSyntax or ContinueStatementSyntax or YieldStatementSyntax => [""],
        BreakStatementSyntax { Parent: not SwitchSectionSyntax } => [""],
        _ => [],
    };

    /// <summary>A condition that is neither a comparison nor a match.</summary>
    IEnumerable<string> Negation(ExpressionSyntax node) =>
        node is InvocationExpressionSyntax or MemberAccessExpressionSyntax
        && node.Parent is BinaryExpressionSyntax or IfStatementSyntax or WhileStatementSyntax
            or ConditionalExpressionSyntax or ArrowExpressionClauseSyntax or ReturnStatementSyntax
            or AnonymousFunctionExpressionSyntax or ForStatementSyntax
        && IsBoolean(node) ? [$"!{node}"] : [];

    /// <summary>What a function returns: each answer there is, or the default.</summary>
    IEnumerable<string> Answers(ExpressionSyntax node)
    {
        bool returned = node.Parent is ReturnStatementSyntax or ArrowExpressionClauseSyntax
            or SwitchExpressionArmSyntax || (node.Parent is AnonymousFunctionExpressionSyntax lambda
                && lambda.ExpressionBody == node);
        if (!returned || model.GetTypeInfo(node).Type is not { } type
            || type.SpecialType is SpecialType.System_Void or SpecialType.System_String)
        {
            return [];
        }

        return IsBoolean(node) ? ["true", "false"] : ["default!"];
    }

    bool IsBoolean(ExpressionSyntax node) =>
        model.GetTypeInfo(node).Type?.SpecialType == SpecialType.System_Boolean;
}
