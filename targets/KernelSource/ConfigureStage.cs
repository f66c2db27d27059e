// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Targets;

/// <summary>
/// First stage: make configures the tree, generates its headers, and shows how it compiles
/// mm/vmalloc.c.
/// </summary>
sealed class ConfigureStage(BuildJob job)
{
    const string Name = "configured";
    const string Target = "mm/vmalloc.o";

    static readonly string[] makefiles =
    [
        "Makefile", "Kbuild", "arch/x86/Makefile", "mm/Makefile", "scripts/Kbuild.include",
        "scripts/Makefile.build", "scripts/Makefile.lib",
    ];

    /// <summary>The folder that the compiler runs in.</summary>
    public string Folder { get; } = job.Folder.Of(Name);

    /// <summary>How the kernel compiles; available once built.</summary>
    public IReadOnlyList<string> Options => GccLine.Options(
        File.ReadAllText(CommandFile(Folder)));

    /// <summary>Builds it unless it is there.</summary>
    /// <returns>The name of what it was made of.</returns>
    public string Build()
    {
        string key = Manifest.Hash(job.Tree.Path, job.Stubs.Config, job.Compiler);
        return (Manifest.Fresh(Folder, key) ?? Make(key)).Id;
    }

    Manifest Make(string key)
    {
        job.Tools.Require(job.Stop);
        job.Report("configuring");
        HeldFolder.Remove(job.Links);
        TreeLinks.Bring(job.Tree.Path, job.Links);
        string half = job.Folder.Begin();
        try
        {
            string config = Path.Combine(half, "vmcheck.config");
            File.WriteAllText(config, job.Stubs.Config);
            RunMake(half, $"KCONFIG_ALLCONFIG={config}", "allnoconfig");
            job.Report("making headers");
            RunMake(half, $"-j{Environment.ProcessorCount}", Target);
            Manifest made = Manifest.Of(key, Read(half));
            made.Save(half);
            job.Folder.Finish(half, Name);
            return made;
        }
        finally
        {
            HeldFolder.Remove(half);
        }
    }

    void RunMake(string output, params string[] arguments) => job.Run(
        "make", ["-s", "-C", job.Links, "ARCH=x86_64", $"O={output}", .. arguments], output);

    /// <summary>mm/vmalloc.c itself is the last stage's.</summary>
    IEnumerable<string> Read(string made)
    {
        string kconfigs = File.ReadAllText(Path.Combine(made, "include/config/auto.conf.cmd"));
        IEnumerable<string> options =
            from line in kconfigs.Split('\n')
            where line.StartsWith('\t')
            let file = line.Trim(' ', '\t', '\\')
            select Path.IsPathRooted(file) ? file : Path.Combine(job.Links, file);
        return job.Origins(
            options.Concat(GccLine.Prerequisites(File.ReadAllText(CommandFile(made))))
                .Concat(makefiles.Select(file => Path.Combine(job.Links, file))))
            .Where(file => file != job.Tree.Vmalloc);
    }

    static string CommandFile(string folder) => Path.Combine(folder, "mm/.vmalloc.o.cmd");
}
