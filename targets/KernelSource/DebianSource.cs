// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Targets;

/// <summary>Debian's package linux-source-X: what a build needs of it, unpacked once.</summary>
static class DebianSource
{
    /// <summary>Where the packages lie.</summary>
    const string Packages = "/usr/src";

    static readonly string[] needed =
        ["Makefile", "Kbuild", "Kconfig", "include", "arch/x86", "scripts", "tools", "mm", "lib",
            "kernel"];

    static readonly string[] spared = ["tools/testing", "tools/perf", "include/dt-bindings"];

    /// <summary>The folder of the unpacked sources.</summary>
    /// <param name="version">"6.1".</param>
    /// <param name="report">Told what is being done, when it takes time.</param>
    /// <exception cref="KernelSourceException">The package is not there.</exception>
    public static string Unpacked(
        string version, string cache, ToolBox tools, StageReport report, CancellationToken stop)
    {
        FileInfo packed = Archive(version);
        string archive = packed.FullName;
        if (!packed.Exists)
        {
            throw new KernelSourceException(
                $"{archive} is not there: apt-get install linux-source-{version}, or name a "
                    + "kernel tree with --tree");
        }

        string unpacked = Place(packed, version, cache);
        string name = Path.GetFileName(unpacked);
        if (Directory.Exists(unpacked))
        {
            return unpacked;
        }

        tools.RequireArchiver();
        tools.Require(stop);
        using HeldFolder sources = HeldFolder.Take(
            Path.GetDirectoryName(unpacked)!,
            () => report($"linux {version}", "waiting for another vmcheck"), stop);
        return Directory.Exists(unpacked) ? unpacked
            : Unpack(archive, version, sources, name, tools, report, stop);
    }

    /// <summary>What the package brings, whether it is installed or not.</summary>
    public static FileInfo Archive(string version) =>
        new(Path.Combine(Packages, $"linux-source-{version}.tar.xz"));

    /// <summary>Where an archive that exists is unpacked to.</summary>
    public static string Place(FileInfo packed, string version, string cache) => Path.Combine(
        cache, "sources", $"linux-{version}-" + Manifest.Hash(
            $"{packed.Length} {packed.LastWriteTimeUtc.Ticks}", string.Join(' ', needed)));

    static string Unpack(
        string archive, string version, HeldFolder sources, string name, ToolBox tools,
        StageReport report, CancellationToken stop)
    {
        report($"linux {version}", "unpacking");
        string half = sources.Begin();
        try
        {
            string top = $"linux-source-{version}";
            string[] arguments =
            [
                "-xf", archive, "-C", half, "--strip-components=1", "--no-same-owner",
                .. spared.Select(path => $"--exclude={top}/{path}"),
                "--wildcards", "--no-wildcards-match-slash",
                .. needed.Select(path => $"{top}/{path}"),
                "--wildcards-match-slash", $"{top}/*/Kconfig*",
            ];
            ToolRun run = ToolRun.Of(tools, "tar", arguments, half, stop);
            return run.Code == 0 ? sources.Finish(half, name)
                : throw new KernelSourceException(
                    $"{archive} cannot be unpacked: {BuildLog.FirstError(run.Text)}");
        }
        finally
        {
            HeldFolder.Remove(half);
        }
    }
}
