// SPDX-License-Identifier: GPL-2.0-only
using System.Reflection;
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>
/// spec references nothing; model, search and targets reference spec; the museum, which changes the
/// model and hunts in it, references model and search; nothing else.
/// </summary>
public sealed class Projects
{
    public static TheoryData<string, string[], string[]> Arrows => new()
    {
        { "spec/Spec.csproj", [], [] },
        { "model/Model.csproj", ["Spec.csproj"], ["Stateless"] },
        { "search/Search.csproj", ["Spec.csproj"], ["FsCheck"] },
        { "targets/Targets.csproj", ["Spec.csproj"], [] },
        {
            "properties/Museum/Museum.csproj", ["Model.csproj", "Search.csproj"],
            ["Microsoft.CodeAnalysis.CSharp"]
        },
    };

    public static TheoryData<string, string[]> Binaries => new()
    {
        { "Verification.Spec", [] },
        { "Verification.Model", ["Stateless", "Verification.Spec"] },
        { "Verification.Search", ["FSharp.Core", "FsCheck", "Verification.Spec"] },
        { "Verification.Targets", ["Verification.Spec"] },
        {
            "Verification.Museum",
            [
                "Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp", "Verification.Model",
                "Verification.Search", "Verification.Spec",
            ]
        },
    };

    [Theory]
    [MemberData(nameof(Arrows))]
    public void Say_in_their_files_whom_they_reference(
        string project, string[] projects, string[] packages)
    {
        Assert.Equal(projects, Repository.Items(project, "ProjectReference"));
        Assert.Equal(packages, Repository.Items(project, "PackageReference"));
    }

    [Theory]
    [MemberData(nameof(Binaries))]
    public void Use_nobody_else_once_compiled(string assembly, string[] allowed)
    {
        IEnumerable<string> used =
            from reference in Assembly.Load(assembly).GetReferencedAssemblies()
            where !reference.Name!.StartsWith("System", StringComparison.Ordinal)
            select reference.Name;

        Assert.Subset(allowed.ToHashSet(), used.ToHashSet());
    }

    [Fact]
    public void Of_the_core_keep_one_namespace_each()
    {
        Assert.All(
            typeof(Checker).Assembly.GetExportedTypes(),
            type => Assert.Equal("Verification.Spec", type.Namespace));
        Assert.All(
            Assembly.Load("Verification.Model").GetExportedTypes(),
            type => Assert.Equal("Verification.Model", type.Namespace));
    }

    [Theory]
    [InlineData("Verification.Spec")]
    [InlineData("Verification.Model")]
    public void Have_no_underscore_in_a_public_name(string assembly)
    {
        IEnumerable<string> names =
            from type in Assembly.Load(assembly).GetExportedTypes()
            from name in type.GetMembers().Where(IsWritten).Select(member => member.Name)
                .Append(type.Name)
            where name.Contains('_')
            select $"{type.Name}.{name}";

        Assert.Empty(names);
    }

    /// <summary>Accessors, operators and an enum's value__ are the compiler's names.</summary>
    static bool IsWritten(MemberInfo member) => member switch
    {
        MethodBase method => !method.IsSpecialName && !method.Name.Contains('<'),
        FieldInfo field => !field.IsSpecialName,
        _ => true,
    };
}
