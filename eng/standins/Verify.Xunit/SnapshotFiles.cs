// SPDX-License-Identifier: GPL-2.0-only
using System.Collections.Concurrent;
using System.Reflection;
using System.Text;

namespace VerifyTests;

/// <summary>The files of one comparison: <c>prefix.received.extension</c> and
/// <c>prefix.verified.extension</c>.</summary>
sealed class SnapshotFiles
{
    static readonly ConcurrentDictionary<string, byte> Used = new(StringComparer.Ordinal);

    readonly string prefix;

    internal SnapshotFiles(
        MethodInfo test, string sourceFile, string extension, VerifySettings settings)
    {
        string sourceDirectory =
            Path.GetDirectoryName(OnThisMachine(sourceFile, test.Module.Assembly))!;
        Directory = Path.Combine(sourceDirectory, settings.Directory ?? "");
        System.IO.Directory.CreateDirectory(Directory);
        prefix = settings.FileName ?? NameOf(test, settings);
        if (!Used.TryAdd(Path.Combine(Directory, prefix), 0))
        {
            throw new InvalidOperationException(
                $"The prefix has already been used: {Path.Combine(Directory, prefix)}. Verify once "
                + "in a test, or give each snapshot its own UseDirectory, UseTypeName, "
                + "UseMethodName, UseParameters or UseFileName.");
        }

        Received = Path.Combine(Directory, $"{prefix}.received.{extension}");
        Verified = Path.Combine(Directory, $"{prefix}.verified.{extension}");
    }

    internal string Directory { get; }

    internal string Received { get; }

    internal string Verified { get; }

    /// <summary>Verified files of this test that it no longer produces, for instance of another
    /// extension.</summary>
    internal IEnumerable<string> Stale() =>
        System.IO.Directory.GetFiles(Directory, $"{prefix}.verified.*")
            .Where(file => file != Verified);

    internal void DeleteReceived()
    {
        foreach (string file in System.IO.Directory.GetFiles(Directory, $"{prefix}.received.*"))
        {
            File.Delete(file);
        }
    }

    static string NameOf(MethodInfo test, VerifySettings settings)
    {
        var type = test.ReflectedType!;
        string typeName = type.IsNested ? $"{type.ReflectedType!.Name}.{type.Name}" : type.Name;
        var name = new StringBuilder(
            $"{settings.TypeName ?? typeName}.{settings.MethodName ?? test.Name}");
        var parameters = test.GetParameters();
        object?[] values = settings.Parameters ?? [];
        if (values.Length > parameters.Length)
        {
            throw new ArgumentException(
                $"The number of passed in parameters ({values.Length}) must not exceed the number "
                + $"of parameters for the method ({parameters.Length}).");
        }

        foreach (var (parameter, value) in parameters.Zip(values))
        {
            name.Append($"_{parameter.Name}={Cleaned(value?.ToString() ?? "null")}");
        }

        return name.ToString();
    }

    static string Cleaned(string text) =>
        string.Concat(
            text.Select(static c => char.IsControl(c) || "\"\\<>|:*?/".Contains(c) ? '-' : c));

    /// <summary>A deterministic build maps the paths of sources: what lies below the project is
    /// looked up there.</summary>
    static string OnThisMachine(string sourceFile, Assembly assembly)
    {
        string? project = assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(static metadata => metadata.Key == "Verify.ProjectDirectory")?.Value;
        string below = sourceFile;
        while (project is not null && !File.Exists(sourceFile) && below.Contains('/'))
        {
            below = below[(below.IndexOf('/') + 1)..];
            string candidate = Path.Combine(project, below);
            sourceFile = File.Exists(candidate) ? candidate : sourceFile;
        }

        return sourceFile;
    }
}
