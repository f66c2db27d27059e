// SPDX-License-Identifier: GPL-2.0-only
using System.Xml.Linq;

namespace Verification.Properties;

/// <summary>The checkout these tests were built from.</summary>
static class Repository
{
    static readonly string[] notOurs = ["artifacts", ".git", "bin", "obj", "TestResults"];

    /// <summary>Absolute path of the folder that holds Verification.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Every file with this extension, relative to the root, with slashes.</summary>
    public static IEnumerable<string> Files(string extension, string under = "") =>
        from path in Directory.EnumerateFiles(
            Path.Combine(Root, under), "*" + extension, SearchOption.AllDirectories)
        let name = Path.GetRelativePath(Root, path).Replace('\\', '/')
        where !name.Split('/').Intersect(notOurs).Any()
        orderby name
        select name;

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    public static string[] Lines(string file) => File.ReadAllLines(Path.Combine(Root, file));

    /// <summary>
    /// Names that the items of a project file include, sorted; paths by their file name.
    /// </summary>
    public static IEnumerable<string> Items(string project, string item) =>
        from element in XDocument.Load(Path.Combine(Root, project)).Descendants(item)
        let name = element.Attribute("Include")!.Value.Split('/')[^1]
        orderby name
        select name;

    static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Verification.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new DirectoryNotFoundException(
            $"no Verification.sln above {AppContext.BaseDirectory}: run the tests from a checkout");
    }
}
