// SPDX-License-Identifier: GPL-2.0-only
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Verification.Museum;

/// <summary>Finds the members of the model by the names that changes give them.</summary>
static class Members
{
    /// <summary>All of that name, overloads and those of other types included.</summary>
    public static IEnumerable<MemberDeclarationSyntax> Find(SyntaxNode root, string name) =>
        root.DescendantNodes()
            .OfType<MemberDeclarationSyntax>()
            .Where(member => Names(member).Contains(name, StringComparer.Ordinal));

    /// <summary>Its name as declared; of a field the first one.</summary>
    public static string NameOf(MemberDeclarationSyntax member) => Declared(member).First();

    /// <summary>Name, Type.Name; with parameter types behind it, Name(type,type).</summary>
    static IEnumerable<string> Names(MemberDeclarationSyntax member)
    {
        string owner = member.Parent is BaseTypeDeclarationSyntax type ? type.Identifier.Text : "";
        string parameters = member is BaseMethodDeclarationSyntax method
            ? $"({string.Join(',', method.ParameterList.Parameters.Select(static p => p.Type))})"
            : "";
        foreach (string name in Declared(member))
        {
            yield return name;
            yield return $"{owner}.{name}";
            yield return name + parameters;
            yield return $"{owner}.{name}{parameters}";
        }
    }

    static IEnumerable<string> Declared(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax method => [method.Identifier.Text],
        ConstructorDeclarationSyntax constructor => [constructor.Identifier.Text],
        PropertyDeclarationSyntax property => [property.Identifier.Text],
        IndexerDeclarationSyntax => ["this"],
        FieldDeclarationSyntax field => field.Declaration.Variables
            .Select(static variable => variable.Identifier.Text),
        EnumMemberDeclarationSyntax value => [value.Identifier.Text],
        _ => [],
    };
}
