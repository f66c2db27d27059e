// SPDX-License-Identifier: GPL-2.0-only
using System.Text.RegularExpressions;

namespace Verification.Targets;

/// <summary>The sources of a kernel, in a folder that is only read.</summary>
sealed partial class KernelTree
{
    static readonly string[] needed =
        ["Makefile", "Kconfig", "mm/vmalloc.c", "arch/x86/Makefile"];

    KernelTree(string path, string release)
    {
        Path = path;
        Release = release;
    }

    /// <summary>Absolute, without links in it.</summary>
    public string Path { get; }

    /// <summary>As its makefile has it: "6.1.192".</summary>
    public string Release { get; }

    /// <summary>The file under test.</summary>
    public string Vmalloc => System.IO.Path.Combine(Path, "mm/vmalloc.c");

    /// <summary>The tree that a user names with <c>--tree</c>.</summary>
    /// <exception cref="KernelSourceException">It is no kernel tree.</exception>
    public static KernelTree Named(string path)
    {
        try
        {
            return At(path);
        }
        catch (KernelSourceException refused)
        {
            throw new KernelSourceException(
                $"--tree {refused.Message}; it takes the folder of a kernel's unpacked sources");
        }
    }

    /// <exception cref="KernelSourceException">It is no kernel tree.</exception>
    public static KernelTree At(string path)
    {
        if (!Directory.Exists(path))
        {
            throw new KernelSourceException($"{path} is not there: no such folder");
        }

        string full = RealPath.Of(path);
        foreach (string file in needed)
        {
            if (!File.Exists(System.IO.Path.Combine(full, file)))
            {
                throw new KernelSourceException($"{path} is no kernel tree: it has no {file}");
            }
        }

        string makefile = File.ReadAllText(System.IO.Path.Combine(full, "Makefile"));
        string Number(string name) => Assignment().Matches(makefile)
            .FirstOrDefault(match => match.Groups["name"].Value == name)
            ?.Groups["value"].Value ?? "";
        return Number("VERSION") is { Length: > 0 } version
            ? new KernelTree(full, $"{version}.{Number("PATCHLEVEL")}.{Number("SUBLEVEL")}"
                + Number("EXTRAVERSION"))
            : throw new KernelSourceException(
                $"{path} is no kernel tree: its Makefile tells no VERSION");
    }

    [GeneratedRegex(@"^(?<name>[A-Z]+) *= *(?<value>\S*) *$", RegexOptions.Multiline)]
    private static partial Regex Assignment();
}
