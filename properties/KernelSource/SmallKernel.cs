// SPDX-License-Identifier: GPL-2.0-only
using System.Runtime.CompilerServices;
using Verification.Targets;

namespace Verification.Properties;

/// <summary>
/// A folder that make and a build take for a kernel tree, though it is none: a few lines of our
/// own, built in a second. With programs that are there whatever this machine has.
/// </summary>
sealed class SmallKernel : IDisposable
{
    const string Makefile = """
        VERSION = 9
        PATCHLEVEL = 8
        SUBLEVEL = 7
        EXTRAVERSION = -small

        allnoconfig:
        	mkdir -p $(O)/include/config
        	cp $(KCONFIG_ALLCONFIG) $(O)/.config
        	printf 'deps_config := \\\n\tKconfig \\\n' >$(O)/include/config/auto.conf.cmd

        mm/vmalloc.o:
        	test ! -e .config
        	mkdir -p $(O)/mm
        	printf '%s\n' 'savedcmd_$@ := gcc -O2 -mcmodel=kernel -I$(CURDIR)/include \
        	  -c -o $@ $(CURDIR)/mm/vmalloc.c ; true' '' 'deps_$@ := \' \
        	  '  $(CURDIR)/include/pages.h \' >$(O)/mm/.vmalloc.o.cmd

        """;

    readonly string root;

    public SmallKernel([CallerMemberName] string name = "")
    {
        root = Path.Combine(AppContext.BaseDirectory, "small-kernels", name);
        Remove(root);
        Write("tree/Makefile", Makefile.Replace("\\\n\t  ", ""));
        Write("tree/Kconfig", "");
        Write("tree/arch/x86/Makefile", "");
        Write("tree/include/pages.h", "#define PAGES 3\n");
        Write("tree/mm/vmalloc.c", "#include <pages.h>\nint small(void) { return PAGES; }\n");
        Write("tree/lib/rbtree.c", "int rb_insert(void) { return 1; }\n");
        Write("bin/gcc", "case \"$*\" in *gelf.h*) exit 0 ;; esac\nexec /usr/bin/gcc \"$@\"\n");
        foreach (string program in new[] { "flex", "bison", "bc" })
        {
            Write($"bin/{program}", "exit 1\n");
        }

        foreach (string file in Directory.EnumerateFiles(Of("bin")))
        {
            File.WriteAllText(file, "#!/bin/sh\n" + File.ReadAllText(file));
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute
                    | UnixFileMode.UserWrite);
            }
        }
    }

    /// <summary>What was said to be done, in its order.</summary>
    public List<string> Stages { get; } = [];

    /// <summary>Our side of the library, as small.</summary>
    public Dictionary<string, string> Stubs { get; } = new()
    {
        ["kernel.config"] = "CONFIG_64BIT=y\n",
        ["adapt.h"] = "#define ADAPTED 1\n",
        ["merge.lds"] = "SECTIONS { kept_data : { *(.data .data.*) } }\n",
        ["vmalloc.c"] = "#include VMCHECK_VMALLOC_C\n"
            + "int small_adapted(void) { return ADAPTED + PAGES; }\n",
        ["kernel/pages.c"] = "#include \"stubs.h\"\n"
            + "__attribute__((visibility(\"default\"))) int answer(void)\n"
            + "{ return small() * 10 + rb_insert() + host(); }\n",
        ["kernel/stubs.h"] = "int small(void); int rb_insert(void); int host(void);\n",
        ["host/memory.c"] = "int host(void) { return 0; }\n",
    };

    public string Tree => Of("tree");

    public string Cache => Of("cache");

    /// <summary>Of a file or folder of it.</summary>
    public string Of(string path) => Path.Combine(root, path);

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Of(path))!);
        File.WriteAllText(Of(path), text);
    }

    /// <summary>A build of it; each has the folder of its tree for itself while it works.</summary>
    public KernelSource Source() => new(
        KernelTree.At(Tree), Cache, Tools, new StubFiles(Stubs), (_, stage) => Told(stage));

    public ToolBox Tools => new($"{Of("bin")}:/usr/bin:/bin");

    /// <summary>Builds it; what was said before is forgotten.</summary>
    public string Build()
    {
        Stages.Clear();
        return Source().Build(CancellationToken.None);
    }

    /// <summary>What is in the tree's folder of the cache, and is no whole thing.</summary>
    public IEnumerable<string> Halves => Directory.EnumerateFileSystemEntries(
        Cache, "half-*", SearchOption.AllDirectories);

    /// <summary>Every file of the tree with its length and time.</summary>
    public string[] Listing() =>
    [
        .. new DirectoryInfo(Tree).EnumerateFileSystemInfos("*", SearchOption.AllDirectories)
            .Select(static one => $"{one.FullName} {one.LastWriteTimeUtc.Ticks}").Order(),
    ];

    public void Dispose() => Remove(root);

    void Told(string stage)
    {
        lock (Stages)
        {
            Stages.Add(stage);
        }
    }

    static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
