// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Targets;

/// <summary>The programs that build a kernel, as found in the folders of PATH.</summary>
/// <param name="path">As in the environment: folders between colons.</param>
sealed class ToolBox(string path)
{
    /// <summary>A program and Debian's package of it.</summary>
    static readonly (string Program, string Package)[] programs =
    [
        ("gcc", "gcc"), ("ld", "binutils"), ("make", "make"), ("flex", "flex"),
        ("bison", "bison"), ("bc", "bc"),
    ];

    static readonly (string Program, string Package)[] archivers =
        [("tar", "tar"), ("xz", "xz-utils")];

    readonly string[] folders = path.Split(':', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>PATH of every program that is run.</summary>
    public string Path { get; } = path;

    /// <summary>What `gcc --version` says first; empty where there is no gcc.</summary>
    public string Compiler(CancellationToken stop)
    {
        if (!Has("gcc"))
        {
            return "";
        }

        ToolRun run = ToolRun.Of(this, "gcc", ["--version"], "/", stop);
        return run.Text.Split('\n')[0];
    }

    /// <summary>Everything that a build needs, and whether it is here.</summary>
    public IReadOnlyList<BuildTool> All(CancellationToken stop) =>
    [
        .. programs.Concat(archivers).Select(
            tool => new BuildTool(tool.Program, tool.Package, Has(tool.Program))),
        new BuildTool("headers of libelf", "libelf-dev", Has("gcc") && HasLibelf(stop)),
    ];

    /// <summary>Refuses to begin what cannot end.</summary>
    /// <exception cref="KernelSourceException">Something is missing, by name.</exception>
    public void Require(CancellationToken stop)
    {
        List<(string Thing, string Package)> missing =
        [
            .. programs.Where(tool => !Has(tool.Program)),
        ];
        if (Has("gcc") && !HasLibelf(stop))
        {
            missing.Add(("the headers of libelf", "libelf-dev"));
        }

        Complain(missing);
    }

    /// <summary>What unpacks a Debian package of sources.</summary>
    /// <exception cref="KernelSourceException">Something is missing, by name.</exception>
    public void RequireArchiver() => Complain(
        [.. archivers.Where(tool => !Has(tool.Program))]);

    /// <summary>objtool, which the kernel builds for itself, includes them.</summary>
    bool HasLibelf(CancellationToken stop) => ToolRun.Of(
        this, "gcc", ["-E", "-include", "gelf.h", "-x", "c", "/dev/null"], "/", stop).Code == 0;

    /// <summary>Where a program lies; its bare name where it does not.</summary>
    public string Find(string program) => folders
        .Select(folder => System.IO.Path.Combine(folder, program))
        .FirstOrDefault(File.Exists) ?? program;

    bool Has(string program) => Find(program) != program;

    static void Complain(List<(string Thing, string Package)> missing)
    {
        if (missing.Count > 0)
        {
            throw new KernelSourceException(
                "to build the kernel's vmalloc needs "
                + string.Join(", ", missing.Select(static one => one.Thing))
                + ": apt-get install "
                + string.Join(' ', missing.Select(static one => one.Package)));
        }
    }
}
