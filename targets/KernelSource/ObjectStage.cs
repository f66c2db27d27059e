// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Targets;

/// <summary>
/// Second stage: everything of the library but mm/vmalloc.c: files of the tree's lib folder, and
/// ours.
/// </summary>
sealed class ObjectStage(BuildJob job)
{
    const string Name = "objects";

    /// <summary>Files that mm/vmalloc.c lives on; not every kernel has all of them.</summary>
    static readonly string[] libraries = ["rbtree", "xarray", "radix-tree", "llist", "find_bit"];

    readonly ConfigureStage configured = new(job);

    string Folder => job.Folder.Of(Name);

    /// <summary>Where the linker script of the kernel's side lies.</summary>
    public string MergeScript => Path.Combine(Folder, "merge.lds");

    /// <summary>Our file that includes the tree's.</summary>
    public string Wrapper => Path.Combine(Folder, "vmalloc.c");

    /// <summary>Objects of the tree, to be merged with that of mm/vmalloc.c.</summary>
    public IEnumerable<string> OfTree =>
        Libraries.Select(file => Object(Folder, "lib", file));

    /// <summary>Objects of our own.</summary>
    public IEnumerable<string> Ours =>
        job.Stubs.Sources("kernel").Select(file => Object(Folder, "kernel", file))
            .Concat(job.Stubs.Sources("host").Select(file => Object(Folder, "host", file)));

    /// <summary>The folder that compilers run in.</summary>
    public string WorkingFolder => configured.Folder;

    IEnumerable<string> Libraries => libraries
        .Select(name => $"lib/{name}.c")
        .Where(file => File.Exists(Path.Combine(job.Tree.Path, file)));

    /// <summary>Builds it unless it is there.</summary>
    /// <returns>The name of what it was made of.</returns>
    public string Build()
    {
        string key = Manifest.Hash(configured.Build(), job.Stubs.Id);
        return (Manifest.Fresh(Folder, key) ?? Make(key)).Id;
    }

    /// <summary>gcc's arguments for a file of the kernel's side.</summary>
    /// <param name="stubs">Where our files lie.</param>
    /// <param name="more">What is for this file alone.</param>
    public IReadOnlyList<string> Kernel(
        string stubs, string source, string output, params string[] more) =>
    [
        .. configured.Options, "-w", "-g", "-fPIC", "-fvisibility=hidden",
        "-include", Path.Combine(stubs, "adapt.h"),
        .. Headers(stubs), .. more, .. Outputs(stubs, source, output),
    ];

    Manifest Make(string key)
    {
        job.Report("compiling");
        string half = job.Folder.Begin();
        try
        {
            job.Stubs.WriteTo(half);
            job.Compile(
                Libraries.Select(file => Kernel(
                    half, Path.Combine(job.Links, file), Object(half, "lib", file)))
                .Concat(job.Stubs.Sources("kernel").Select(file => Kernel(
                    half, Path.Combine(half, file), Object(half, "kernel", file))))
                .Concat(job.Stubs.Sources("host").Select(file => Host(half, file))),
                WorkingFolder);
            Manifest made = Manifest.Of(key, job.Origins(
                Directory.EnumerateFiles(half, "*.d").SelectMany(
                    static file => GccLine.Prerequisites(File.ReadAllText(file)))));
            made.Save(half);
            job.Folder.Finish(half, Name);
            return made;
        }
        finally
        {
            HeldFolder.Remove(half);
        }
    }

    IReadOnlyList<string> Host(string stubs, string file) =>
    [
        "-O2", "-w", "-g", "-fPIC", "-fvisibility=hidden", .. Headers(stubs),
        .. Outputs(stubs, Path.Combine(stubs, file), Object(stubs, "host", file)),
    ];

    static string[] Headers(string stubs) =>
    [
        "-I", stubs, "-I", Path.Combine(stubs, "kernel"), "-I", Path.Combine(stubs, "host"),
    ];

    /// <summary>What is said of our files is said of where they will lie.</summary>
    string[] Outputs(string stubs, string source, string output) =>
    [
        $"-ffile-prefix-map={stubs}={Folder}", "-MD", "-MF", Path.ChangeExtension(output, ".d"),
        "-c", "-o", output, source,
    ];

    /// <summary>Names of the three sides do not meet.</summary>
    static string Object(string folder, string side, string file) =>
        Path.Combine(folder, $"{side}-{Path.GetFileNameWithoutExtension(file)}.o");
}
