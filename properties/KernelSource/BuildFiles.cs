// SPDX-License-Identifier: GPL-2.0-only
using Verification.Targets;
using Xunit;

namespace Verification.Properties;

/// <summary>What make, gcc and ld write, read.</summary>
public sealed class BuildFiles
{
    const string Command = """
        savedcmd_mm/vmalloc.o := gcc -Wp,-MMD,mm/.vmalloc.o.d -I"/a tree/include" -I./include \
         -D__KERNEL__ -mcmodel=kernel -fno-PIE -O2 -DKBUILD_BASENAME='"vmalloc"' -DX=\#1 -DD=$$2 \
         -D__KBUILD_MODNAME=kmod_vmalloc -c -o mm/vmalloc.o /tree/mm/vmalloc.c ; ./objtool it

        source_mm/vmalloc.o := /tree/mm/vmalloc.c

        deps_mm/vmalloc.o := \
            $(wildcard include/config/SMP) \
          /tree/include/linux/kconfig.h \
          arch/x86/include/generated/asm/rwonce.h \

        """;

    [Fact]
    public void Tell_how_a_kernel_compiles() => Assert.Equal(
        [
            "-I/a tree/include", "-I./include", "-D__KERNEL__", "-O2",
            "-DKBUILD_BASENAME=\"vmalloc\"", "-DX=#1", "-DD=$2",
        ],
        GccLine.Options(Command.Replace("\\\n ", "")));

    [Fact]
    public void Tell_nothing_when_they_are_others() =>
        Assert.Empty(GccLine.Options("deps := x\n"));

    [Fact]
    public void Tell_what_a_file_was_made_from() => Assert.Equal(
        ["/tree/include/a.h", "/usr/b.h", "/tree/c.h"],
        GccLine.Prerequisites("x.o: /tree/include/a.h \\\n /usr/b.h relative.h /tree/c.h:\n"));

    [Theory]
    [InlineData("a.c: In function 'f':\na.c:1: error: one\na.c:3: error: two", "a.c:1: error: one")]
    [InlineData("of x.c:\nx.c:1: fatal error: no.h: none\nend", "x.c:1: fatal error: no.h: none")]
    [InlineData("x:1: can't open\nmake[1]: *** [x] Error 1\nmake: *** [y] 2", "x:1: can't open")]
    [InlineData("cp: No space left on device\nwait\nmake: ***", "cp: No space left on device")]
    [InlineData("only this", "only this")]
    [InlineData("", "it printed nothing")]
    public void Tell_what_went_wrong_first(string log, string told) =>
        Assert.Equal(told, BuildLog.FirstError(log));

    [Fact]
    public void Tell_which_symbols_are_missing() => Assert.Equal(
        ["a_needed", "b_needed"],
        BuildLog.Undefined("""
            /usr/bin/ld: merged.o: in function `small':
            mm/vmalloc.c:3: undefined reference to `b_needed'
            /usr/bin/ld: mm/vmalloc.c:4: more undefined references to `b_needed' follow
            /usr/bin/ld: mm/vmalloc.c:3: undefined reference to `a_needed'
            """));

    [Theory]
    [InlineData("1 2 ")]
    [InlineData("1 2 \0")]
    [InlineData("1")]
    [InlineData("gone 0 relative.h")]
    public void Of_a_damaged_manifest_are_built_again(string line)
    {
        string folder = Directory.CreateTempSubdirectory("manifest").FullName;
        File.WriteAllText(Path.Combine(folder, "manifest"), $"key\n{line}\n");
        Assert.Null(Manifest.Fresh(folder, "key"));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Are_what_a_manifest_compares()
    {
        string folder = Directory.CreateTempSubdirectory("manifest").FullName;
        string file = Path.Combine(folder, "a header.h");
        File.WriteAllText(file, "1");
        Manifest written = Manifest.Of("key", [file, file, "/no/such/file"]);
        written.Save(folder);

        Assert.Equal(written.Id, Manifest.Fresh(folder, "key")?.Id);
        Assert.Null(Manifest.Fresh(folder, "another key"));
        Assert.Null(Manifest.Fresh(Path.GetTempPath(), "key"));
        File.WriteAllText(file, "22");
        Assert.Null(Manifest.Fresh(folder, "key"));
        File.WriteAllText(file, "1");
        File.SetLastWriteTimeUtc(file, File.GetLastWriteTimeUtc(file).AddSeconds(1));
        Assert.Null(Manifest.Fresh(folder, "key"));
        File.Delete(file);
        Assert.Null(Manifest.Fresh(folder, "key"));
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("/tmp/ab", "/home/me", "/tmp/ab/vmcheck/kernel-source-1")]
    [InlineData("relative", "/home/me", "/home/me/.cache/vmcheck/kernel-source-1")]
    [InlineData(null, "/home/me", "/home/me/.cache/vmcheck/kernel-source-1")]
    public void Lie_in_the_users_cache(string? told, string home, string root) =>
        Assert.Equal(root, BuildCache.Root(told, home));

    [Theory]
    [InlineData("/tmp/a b", "/home/me", "set XDG_CACHE_HOME to another")]
    [InlineData(null, null, "set HOME or XDG_CACHE_HOME")]
    public void Lie_nowhere_else(string? told, string? home, string advice) => Assert.Contains(
        advice,
        Assert.Throws<KernelSourceException>(() => BuildCache.Root(told, home)).Message);
}
