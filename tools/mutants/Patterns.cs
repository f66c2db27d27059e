// SPDX-License-Identifier: GPL-2.0-only
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Verification.Mutants;

/// <summary>Changes of what a value is matched against.</summary>
static class Patterns
{
    public static IEnumerable<string> Of(PatternSyntax node) => node switch
    {
        _ when node.DescendantNodes().Any(static n => n is VariableDesignationSyntax) => [],
        RelationalPatternSyntax relation => Operators.Instead(relation.OperatorToken.Text)
            .Select(other => $"{other} {relation.Expression}"),
        BinaryPatternSyntax both => [$"{both.Left}", $"{both.Right}"],
        UnaryPatternSyntax not => [$"({not.Pattern})"],
        ConstantPatternSyntax constant when constant.Parent is SubpatternSyntax =>
            [$"not {constant}"],
        ConstantPatternSyntax constant when constant.Parent is SwitchExpressionArmSyntax =>
            [$"not {constant}"],
        RecursivePatternSyntax { Parent: SubpatternSyntax } inner => [$"not {inner}"],
        _ => [],
    };
}
