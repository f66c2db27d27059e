// SPDX-License-Identifier: GPL-2.0-only
using System.Reflection;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Verification.Mutants;

/// <summary>
/// A record that stands in a static property, as a mutant of the property's initialiser makes it:
/// what is different is put into the one that stands there, and taken out again at the end.
/// </summary>
sealed class Remade : IDisposable
{
    const BindingFlags All = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public
        | BindingFlags.NonPublic;

    readonly object record;
    readonly List<(FieldInfo Field, object? Value)> unchanged = [];

    Remade(object record) => this.record = record;

    /// <summary>Null when the mutant lies in no initialiser of a record.</summary>
    public static Remade? Of(Mutant mutant, LoadedTests tests)
    {
        var written = mutant.Node.FirstAncestorOrSelf<PropertyDeclarationSyntax>();
        var type = written?.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        PropertyInfo? property = written?.Initializer is null ? null : tests.Mutated.GetTypes()
            .Single(one => one.Name == type!.Identifier.Text)
            .GetProperty(written.Identifier.Text, All);
        if (property?.GetMethod is not { IsStatic: true } || property.GetValue(null) is not { } stands
            || stands.GetType().GetMethod("<Clone>$") is null)
        {
            return null;
        }

        Remade remade = new(stands);
        remade.Take(Made(property, tests, active: -1), Made(property, tests, mutant.Id));
        return remade;
    }

    public void Dispose()
    {
        foreach ((FieldInfo field, object? value) in unchanged)
        {
            field.SetValue(record, value);
        }
    }

    static object Made(PropertyInfo property, LoadedTests tests, int active)
    {
        (tests.Switches.Remakes, tests.Switches.Active) = (true, active);
        object made = property.GetValue(null)!;
        (tests.Switches.Remakes, tests.Switches.Active) = (false, -1);
        return made;
    }

    /// <summary>What both have in common may have been set later, in the one that stands.</summary>
    void Take(object same, object changed)
    {
        for (Type? type = record.GetType(); type is not null; type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(All).Where(static field => !field.IsStatic))
            {
                object? value = field.GetValue(changed);
                if (!Equals(value, field.GetValue(same)))
                {
                    unchanged.Add((field, field.GetValue(record)));
                    field.SetValue(record, value);
                }
            }
        }
    }
}
