// SPDX-License-Identifier: GPL-2.0-only
using System.Reflection;

namespace Verification.Targets;

/// <summary>
/// Our side of the library, <c>targets/kernel-source</c>: what takes the place of the kernel around
/// mm/vmalloc.c. Carried in this assembly, so that no checkout is needed.
/// </summary>
sealed class StubFiles
{
    const string Prefix = "kernel-source/";

    readonly SortedDictionary<string, string> texts;

    /// <param name="texts">By path, with slashes: <c>kernel/pages.c</c>.</param>
    public StubFiles(IEnumerable<KeyValuePair<string, string>> texts)
    {
        this.texts = new(StringComparer.Ordinal);
        foreach ((string path, string text) in texts)
        {
            this.texts[path] = text;
        }

        Id = Manifest.Hash(this.texts.SelectMany(static one => new[] { one.Key, one.Value }));
    }

    /// <summary>Changes with every letter of them.</summary>
    public string Id { get; }

    /// <summary>The options the kernel is configured with.</summary>
    public string Config => texts["kernel.config"];

    /// <summary>Those that came with this assembly.</summary>
    public static StubFiles Carried()
    {
        Assembly assembly = typeof(StubFiles).Assembly;
        return new(
            from name in assembly.GetManifestResourceNames()
            where name.StartsWith(Prefix, StringComparison.Ordinal)
            select KeyValuePair.Create(name[Prefix.Length..], Read(assembly, name)));
    }

    /// <summary>C files of a folder: <c>kernel</c>, <c>host</c>.</summary>
    public IEnumerable<string> Sources(string folder) => texts.Keys.Where(
        path => Path.GetDirectoryName(path) == folder && Path.GetExtension(path) == ".c");

    /// <summary>Writes all of them below a folder, for the compiler.</summary>
    public void WriteTo(string folder)
    {
        foreach ((string path, string text) in texts)
        {
            string file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
    }

    static string Read(Assembly assembly, string name)
    {
        using StreamReader reader = new(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
