// SPDX-License-Identifier: GPL-2.0-only
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Verification.Mutants;

/// <summary>Tells whose fault it is when the assembly with all mutants does not compile.</summary>
static class Blame
{
    /// <summary>Annotates the changed code of a mutant; its data are the number.</summary>
    public const string Changed = "changed";

    /// <summary>Annotates the choice between changed and unchanged.</summary>
    public const string Choice = "choice";

    /// <summary>Annotates the choice whether a statement is there that assigns something.</summary>
    public const string Assignment = "assignment";

    static readonly string[] unassigned = ["CS0165", "CS0177", "CS0269"];

    /// <summary>
    /// The numbers of mutants; none when the error is in no way theirs. The code that was changed,
    /// else the nearest choices.
    /// </summary>
    public static IEnumerable<int> Of(Diagnostic error)
    {
        SyntaxNode? root = error.Location.SourceTree?.GetRoot();
        if (root?.FindNode(error.Location.SourceSpan, getInnermostNodeForTie: true) is not { } node)
        {
            return [];
        }

        IEnumerable<SyntaxNode> guilty = Around(node, Changed);
        if (!guilty.Any() && unassigned.Contains(error.Id))
        {
            SyntaxNode member = node.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? root;
            guilty = member.GetAnnotatedNodes(Assignment);
        }

        if (!guilty.Any())
        {
            guilty = node.AncestorsAndSelf().Select(Inside)
                .FirstOrDefault(static choices => choices.Any()) ?? [];
        }

        return guilty.SelectMany(static one => one.GetAnnotations([Changed, Choice, Assignment]))
            .Select(static annotation => int.Parse(annotation.Data!)).Distinct();
    }

    static IEnumerable<SyntaxNode> Around(SyntaxNode node, string kind) =>
        node.AncestorsAndSelf().Where(one => one.HasAnnotations(kind)).Take(1);

    /// <summary>Those that lie in no other.</summary>
    static IEnumerable<SyntaxNode> Inside(SyntaxNode node) => node
        .DescendantNodesAndSelf(static one => !one.HasAnnotations(Choice))
        .Where(static one => one.HasAnnotations(Choice));
}
