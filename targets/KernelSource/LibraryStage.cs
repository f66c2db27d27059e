// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Targets;

/// <summary>Last stage: mm/vmalloc.c, linked with what there is, as a library.</summary>
sealed class LibraryStage(BuildJob job)
{
    /// <summary>Libraries kept of one tree, of as many texts of mm/vmalloc.c.</summary>
    const int Kept = 8;

    /// <summary>Of the tree's folder: those that were built.</summary>
    public const string Libraries = "libraries";

    const string FileName = "vmalloc.so";

    readonly ObjectStage objects = new(job);

    /// <summary>Builds the library of the tree unless it is there.</summary>
    /// <returns>Its path.</returns>
    public string Build()
    {
        string key = Manifest.Hash(objects.Build(), File.ReadAllText(job.Tree.Vmalloc));
        string name = Path.Combine(Libraries, key);
        if (Manifest.Fresh(job.Folder.Of(name), key) is null)
        {
            Make(key, name);
        }

        // What was used last is removed last.
        Directory.SetLastWriteTimeUtc(
            job.Folder.Of(name), TimeProvider.System.GetUtcNow().UtcDateTime);
        return Path.Combine(job.Folder.Of(name), FileName);
    }

    /// <summary>Builds a library of another text.</summary>
    public void BuildChanged(string vmalloc, string library)
    {
        objects.Build();
        string half = job.Folder.Begin();
        try
        {
            string source = Path.Combine(half, "vmalloc.c");
            File.WriteAllText(source, vmalloc);
            Link(source, half);
            File.Move(Path.Combine(half, FileName), library, overwrite: true);
        }
        finally
        {
            HeldFolder.Remove(half);
        }
    }

    void Make(string key, string name)
    {
        TreeLinks.Bring(job.Tree.Path, job.Links);
        string half = job.Folder.Begin();
        try
        {
            Link(Path.Combine(job.Links, "mm/vmalloc.c"), half);
            Manifest.Of(key, job.Origins(
                GccLine.Prerequisites(File.ReadAllText(Path.Combine(half, "vmalloc.d"))))
                .Where(file => file != job.Tree.Vmalloc)).Save(half);
            Directory.CreateDirectory(job.Folder.Of(Libraries));
            job.Folder.Finish(half, name);
            RemoveOldest();
        }
        finally
        {
            HeldFolder.Remove(half);
        }
    }

    void Link(string source, string folder)
    {
        job.Report("compiling mm/vmalloc.c");
        string compiled = Path.Combine(folder, "vmalloc.o");
        string merged = Path.Combine(folder, "merged.o");
        string stubs = Path.GetDirectoryName(objects.Wrapper)!;
        job.Run(
            "gcc",
            objects.Kernel(
                stubs, objects.Wrapper, compiled, $"-DVMCHECK_VMALLOC_C=\"{source}\""),
            objects.WorkingFolder);
        job.Run(
            "ld", ["-r", "-T", objects.MergeScript, "-o", merged, compiled, .. objects.OfTree],
            folder);
        job.Run(
            "gcc",
            [
                "-shared", "-Wl,-z,noexecstack", "-Wl,-z,defs", "-Wl,-Bsymbolic",
                "-o", Path.Combine(folder, FileName), merged, .. objects.Ours,
            ],
            folder);
        File.Delete(compiled);
        File.Delete(merged);
    }

    void RemoveOldest()
    {
        foreach (DirectoryInfo old in new DirectoryInfo(job.Folder.Of(Libraries))
            .GetDirectories().OrderByDescending(static one => one.LastWriteTimeUtc).Skip(Kept))
        {
            HeldFolder.Remove(old.FullName);
        }
    }
}
