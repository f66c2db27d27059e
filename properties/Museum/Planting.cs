// SPDX-License-Identifier: GPL-2.0-only
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;
using Verification.Spec;

namespace Verification.Museum;

/// <summary>
/// A model with a mistake in it: the sources, changed in memory, compiled with the options of the
/// project and loaded beside the model. Disposing of it unloads it, once its targets are gone.
/// </summary>
public sealed class Planting : IDisposable
{
    const string AssemblyName = "Verification.Model";

    static readonly Lazy<IReadOnlyList<MetadataReference>> references = new(FindReferences);

    readonly AssemblyLoadContext context;
    readonly ConstructorInfo constructor;

    Planting(string name, Stream image)
    {
        context = new AssemblyLoadContext(name, isCollectible: true);
        constructor = context.LoadFromStream(image).GetType("Verification.Model.Model")!
            .GetConstructor([typeof(Era), typeof(DefectMode)])!;
    }

    /// <summary>Plants an exhibit.</summary>
    /// <exception cref="PlantingException">
    /// A change fits no place or several, or the result does not compile.
    /// </exception>
    public static Planting Of(Exhibit exhibit) => Of(exhibit.Id, exhibit.Plant);

    /// <summary>The model with these changes; with none it is the model as it is.</summary>
    /// <inheritdoc cref="Of(Exhibit)"/>
    public static Planting Of(string id, IReadOnlyList<Change> changes)
    {
        using MemoryStream image = new();
        EmitResult result = Compile(Sources(id, changes)).Emit(image);
        if (!result.Success)
        {
            IEnumerable<Diagnostic> errors = result.Diagnostics
                .Where(static one => one.Severity == DiagnosticSeverity.Error);
            throw new PlantingException(
                id, $"the changed model does not compile: {string.Join("; ", errors)}");
        }

        image.Position = 0;
        return new(id, image);
    }

    /// <summary>The files of the model with these changes.</summary>
    /// <exception cref="PlantingException">A change fits no place or several.</exception>
    public static IReadOnlyList<SyntaxTree> Sources(string id, IReadOnlyList<Change> changes)
    {
        ILookup<SyntaxTree, TextChange> edits = changes.Select(change => Place(id, change))
            .ToLookup(static place => place.Tree, static place => place.Edit);
        return
        [
            .. ModelSources.Trees.Select(tree => edits.Contains(tree)
                ? ModelSources.With(tree, tree.GetText().WithChanges(edits[tree])) : tree),
        ];
    }

    /// <summary>A new target; a campaign calls it once an era.</summary>
    public ITarget Target(Era era, DefectMode mode) => (ITarget)constructor.Invoke([era, mode]);

    /// <inheritdoc/>
    public void Dispose() => context.Unload();

    static (SyntaxTree Tree, TextChange Edit) Place(string id, Change change)
    {
        (SyntaxTree Tree, TextSpan Span)[] places =
        [
            .. from tree in ModelSources.Trees
               from member in Members.Find(tree.GetRoot(), change.Member)
               from span in Tokens.Find(member, change.Old)
               select (tree, span),
        ];
        return places is [(SyntaxTree found, TextSpan at)]
            ? (found, new TextChange(at, change.New))
            : throw new PlantingException(id, $"'{change.Old}' stands {places.Length} times in "
                + $"{change.Member} of the model; it has to stand there once");
    }

    static CSharpCompilation Compile(IEnumerable<SyntaxTree> trees) => CSharpCompilation.Create(
        AssemblyName, LoopBound.In(trees), references.Value, new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            optimizationLevel: OptimizationLevel.Release,
            checkOverflow: true,
            nullableContextOptions: NullableContextOptions.Enable));

    static PortableExecutableReference[] FindReferences() =>
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(static path => Path.GetFileName(path) is string file
                && (file.StartsWith("System", StringComparison.Ordinal)
                    || file is "Verification.Spec.dll" or "Stateless.dll"))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];
}
