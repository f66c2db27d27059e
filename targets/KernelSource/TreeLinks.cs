// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Targets;

/// <summary>
/// A folder of links to the files of a tree: make runs in it as in a clean tree, whatever was built
/// in the tree itself, whatever its path is made of, and cannot write into it.
/// </summary>
static class TreeLinks
{
    /// <summary>
    /// Folders that make reads more from than Kconfig files. What was built in them lies among the
    /// sources, and make would take it for its own.
    /// </summary>
    static readonly string[] sources =
        ["include", "arch", "scripts", "tools", "mm", "lib", "kernel"];

    static readonly string[] generated =
        ["include/config", "include/generated", "arch/x86/include/generated"];

    static readonly string[] topFiles = ["Makefile", "Kbuild", "Kconfig"];

    /// <summary>Makes the links that are not there yet.</summary>
    public static void Bring(string tree, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (DirectoryInfo top in new DirectoryInfo(tree).EnumerateDirectories())
        {
            if (sources.Contains(top.Name))
            {
                BringBelow(tree, top.Name, folder);
            }
            else if (top.Name[0] != '.')
            {
                Link(tree, top.Name, folder);
            }
        }

        foreach (string file in topFiles.Where(name => File.Exists(Path.Combine(tree, name))))
        {
            Link(tree, file, folder);
        }
    }

    /// <summary>Where the file of a link is; other paths as they are.</summary>
    public static string Origin(string path, string folder, string tree) =>
        path.StartsWith(folder + "/", StringComparison.Ordinal)
            ? tree + path[folder.Length..] : path;

    static void BringBelow(string tree, string below, string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, below));
        FileSystemInfo[] entries =
            new DirectoryInfo(Path.Combine(tree, below)).GetFileSystemInfos();
        HashSet<string> names = [.. entries.Select(static entry => entry.Name)];
        foreach (FileSystemInfo entry in entries)
        {
            string path = $"{below}/{entry.Name}";
            if (IsOtherArchitecture(path))
            {
                Link(tree, path, folder);
            }
            else if (entry is DirectoryInfo { LinkTarget: null })
            {
                if (!generated.Contains(path))
                {
                    BringBelow(tree, path, folder);
                }
            }
            else if (!IsBuilt(entry.Name, names))
            {
                Link(tree, path, folder);
            }
        }
    }

    /// <summary>Of which only Kconfig files are read.</summary>
    static bool IsOtherArchitecture(string path) =>
        path.StartsWith("arch/", StringComparison.Ordinal)
        && !path.StartsWith("arch/x86", StringComparison.Ordinal);

    /// <summary>Beside all that make builds lies the command that built it.</summary>
    static bool IsBuilt(string name, HashSet<string> beside) =>
        beside.Contains($".{name}.cmd")
        || Path.GetExtension(name) is ".o" or ".a" or ".cmd" or ".order";

    static void Link(string tree, string name, string folder)
    {
        string link = Path.Combine(folder, name);
        if (new FileInfo(link).LinkTarget is null)
        {
            File.CreateSymbolicLink(link, Path.Combine(tree, name));
        }
    }
}
