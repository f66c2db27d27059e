// SPDX-License-Identifier: GPL-2.0-only
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Verification.Museum;

/// <summary>What a <c>[Kernel]</c> attribute in the model says of the member below it.</summary>
/// <param name="Function">The kernel function, in C.</param>
/// <param name="Steps">Ids of steps of the walkthrough that the member does.</param>
/// <param name="Name">The member, in C#.</param>
/// <param name="File">The model's file that holds it.</param>
/// <param name="Fidelity">Ported, Simplified or Stubbed; null: nothing is said.</param>
public sealed partial record PortedMember(
    string Function, IReadOnlyList<string> Steps, string Name, string File, string? Fidelity)
{
    static readonly string[] fidelities = ["Ported", "Simplified", "Stubbed"];

    /// <summary>Every attribute in the model, file by file.</summary>
    public static IReadOnlyList<PortedMember> All { get; } =
    [
        .. from tree in ModelSources.Trees
           from member in tree.GetRoot().DescendantNodes().OfType<MemberDeclarationSyntax>()
           from attribute in AttributesOf(member)
           select Of(tree, member, attribute),
    ];

    /// <summary>
    /// Every method whose summary begins with a kernel function, and the steps of its attributes.
    /// </summary>
    public static IReadOnlyList<(string Function, IReadOnlyList<string> Steps)> Announced { get; } =
    [
        .. from tree in ModelSources.Trees
           from method in tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
           let summary = Summary().Match(method.GetLeadingTrivia().ToFullString())
           where summary.Success
           select (
               summary.Groups["function"].Value,
               (IReadOnlyList<string>)[.. AttributesOf(method).SelectMany(
                   said => Of(tree, method, said).Steps)]),
    ];

    /// <summary>Steps of all attributes on members that a change may be meant for.</summary>
    internal static IEnumerable<string> StepsOf(Change change) =>
        from tree in ModelSources.Trees
        from member in Members.Find(tree.GetRoot(), change.Member)
        from attribute in AttributesOf(member)
        from step in Of(tree, member, attribute).Steps
        select step;

    static IEnumerable<AttributeSyntax> AttributesOf(MemberDeclarationSyntax member) =>
        member.AttributeLists.SelectMany(static list => list.Attributes)
            .Where(static one => one.Name.ToString() == "Kernel");

    static PortedMember Of(SyntaxTree tree, MemberDeclarationSyntax member, AttributeSyntax said)
    {
        string[] arguments =
        [
            .. said.ArgumentList!.Arguments.Select(static one =>
                ((LiteralExpressionSyntax)one.Expression).Token.ValueText),
        ];
        return new(
            arguments[0], arguments[1..], Members.NameOf(member),
            Path.GetFileName(tree.FilePath), FidelityOf(member));
    }

    /// <summary>The first word of the remarks.</summary>
    static string? FidelityOf(MemberDeclarationSyntax member)
    {
        string comment = member.GetLeadingTrivia().ToFullString();
        int at = comment.IndexOf("<remarks>", StringComparison.Ordinal);
        string remarks = at < 0 ? "" : comment[(at + "<remarks>".Length)..].TrimStart(' ', '/', '\n');
        return fidelities.FirstOrDefault(
            word => remarks.StartsWith(word, StringComparison.Ordinal));
    }

    [GeneratedRegex(
        @"<summary>[\s/]*<c>(?<function>[a-z0-9_]+)</c>", RegexOptions.ExplicitCapture)]
    private static partial Regex Summary();
}
