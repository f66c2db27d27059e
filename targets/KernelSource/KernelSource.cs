// SPDX-License-Identifier: GPL-2.0-only
using System.Runtime.InteropServices;

namespace Verification.Targets;

/// <summary>
/// The mm/vmalloc.c of a kernel tree, built as a library for <c>targets/include/vmcheck.h</c> with
/// the tree's own headers and options; what the kernel around it would do is ours. What is built
/// stays in a cache of this machine, and is built again when anything changes that it was made of.
/// </summary>
public sealed class KernelSource
{
    /// <summary>Versions that Debian packages and that are known to work.</summary>
    public static IReadOnlyList<string> Versions { get; } = ["6.1", "6.12"];

    readonly KernelTree tree;
    readonly string cache;
    readonly ToolBox tools;
    readonly StubFiles stubs;
    readonly StageReport report;

    internal KernelSource(
        KernelTree tree, string cache, ToolBox tools, StubFiles stubs, StageReport report)
    {
        this.tree = tree;
        this.cache = cache;
        this.tools = tools;
        this.stubs = stubs;
        this.report = report;
    }

    /// <summary>"linux 6.1.192".</summary>
    public string Name => $"linux {tree.Release}";

    /// <summary>The file under test.</summary>
    public string Vmalloc => tree.Vmalloc;

    /// <summary>The tree of a Debian package, unpacked when it is used first.</summary>
    /// <param name="version">One of <see cref="Versions"/>.</param>
    /// <param name="report">Told what is being done, when it takes time.</param>
    /// <exception cref="KernelSourceException">The package, or a program, is missing.</exception>
    /// <exception cref="OperationCanceledException">It was told to stop.</exception>
    public static KernelSource OfDebian(
        string version, StageReport report, CancellationToken stop) => Readable(() =>
    {
        string root = BuildCache.Root();
        ToolBox found = Tools();
        return new KernelSource(
            KernelTree.At(DebianSource.Unpacked(version, root, found, report, stop)),
            root, found, StubFiles.Carried(), report);
    });

    /// <summary>Where everything lies that is built.</summary>
    /// <exception cref="KernelSourceException">There is no such place.</exception>
    public static string Cache() => BuildCache.Root();

    /// <summary>What a build needs, and whether it is here.</summary>
    /// <exception cref="KernelSourceException">Nothing can be built on this machine.</exception>
    public static IReadOnlyList<BuildTool> Needs(CancellationToken stop) => Tools().All(stop);

    /// <summary>Whether Debian's package of a version is installed.</summary>
    public static bool IsInstalled(string version) => DebianSource.Archive(version).Exists;

    /// <summary>Whether a version was built before, so that it is there again in seconds.</summary>
    /// <exception cref="KernelSourceException">There is no place for it.</exception>
    public static bool IsBuilt(string version)
    {
        string root = BuildCache.Root();
        FileInfo packed = DebianSource.Archive(version);
        if (!packed.Exists)
        {
            return false;
        }

        string unpacked = DebianSource.Place(packed, version, root);
        return Directory.Exists(unpacked) && Directory.Exists(
            Path.Combine(TreeFolder(root, RealPath.Of(unpacked)), LibraryStage.Libraries));
    }

    /// <summary>Any tree; it is read only.</summary>
    /// <param name="path">The folder that holds its Makefile.</param>
    /// <param name="report">Told what is being done, when it takes time.</param>
    /// <exception cref="KernelSourceException">It is no kernel tree.</exception>
    public static KernelSource OfTree(string path, StageReport report) => Readable(
        () => new KernelSource(
            KernelTree.Named(path), BuildCache.Root(), Tools(), StubFiles.Carried(), report));

    /// <summary>
    /// The library: from the cache when nothing changed, else built, which takes seconds, and up to
    /// a minute at the first time.
    /// </summary>
    /// <returns>Its path.</returns>
    /// <exception cref="KernelSourceException">It cannot be built.</exception>
    /// <exception cref="OperationCanceledException">It was told to stop.</exception>
    public string Build(CancellationToken stop) => Readable(() =>
    {
        using HeldFolder folder = Hold(stop);
        return new LibraryStage(Job(folder, stop)).Build();
    });

    /// <summary>Builds the library with another text in the place of mm/vmalloc.c.</summary>
    /// <param name="vmalloc">Text of the file.</param>
    /// <param name="library">Where the library is to lie; outside of the cache.</param>
    /// <param name="stop">Ends it early, and leaves nothing.</param>
    /// <exception cref="KernelSourceException">It cannot be built.</exception>
    /// <exception cref="OperationCanceledException">It was told to stop.</exception>
    public void BuildChanged(string vmalloc, string library, CancellationToken stop) =>
        Readable(() =>
        {
            using HeldFolder folder = Hold(stop);
            new LibraryStage(Job(folder, stop)).BuildChanged(vmalloc, library);
            return library;
        });

    static ToolBox Tools()
    {
        bool works = OperatingSystem.IsLinux()
            && RuntimeInformation.ProcessArchitecture == Architecture.X64;
        return works ? new ToolBox(Environment.GetEnvironmentVariable("PATH") ?? "")
            : throw new KernelSourceException(
                "the kernel's vmalloc is built and run on x86-64 Linux only");
    }

    static string TreeFolder(string cache, string tree) =>
        Path.Combine(cache, "trees", Manifest.Hash(tree));

    HeldFolder Hold(CancellationToken stop) => HeldFolder.Take(
        TreeFolder(cache, tree.Path),
        () => report(Name, "waiting for another vmcheck"), stop);

    BuildJob Job(HeldFolder folder, CancellationToken stop) => new()
    {
        Tree = tree,
        Folder = folder,
        Tools = tools,
        Stubs = stubs,
        Compiler = tools.Compiler(stop),
        Report = stage => report(Name, stage),
        Stop = stop,
    };

    static T Readable<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new KernelSourceException(
                $"the kernel's vmalloc cannot be built: {failed.Message}");
        }
    }
}
