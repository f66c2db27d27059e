// SPDX-License-Identifier: GPL-2.0-only
using Verification.Targets;
using Verification.Vmcheck;
using Xunit;

namespace Verification.Properties;

/// <summary>One line says what is missing, and what to do.</summary>
public sealed class WhatABuildNeeds
{
    [Fact]
    public void Is_named_with_the_packages_that_have_it()
    {
        ToolBox nothing = new("/no/such/folder");

        Assert.Equal(
            "to build the kernel's vmalloc needs gcc, ld, make, flex, bison, bc: apt-get install "
                + "gcc binutils make flex bison bc",
            Assert.Throws<KernelSourceException>(
                () => nothing.Require(CancellationToken.None)).Message);
        Assert.Equal(
            "to build the kernel's vmalloc needs tar, xz: apt-get install tar xz-utils",
            Assert.Throws<KernelSourceException>(nothing.RequireArchiver).Message);
    }

    [CFact]
    public void Includes_the_headers_of_libelf()
    {
        using SmallKernel kernel = new();
        kernel.Write("bin/gcc", "#!/bin/sh\nexit 1\n");

        Assert.Equal(
            "to build the kernel's vmalloc needs the headers of libelf: apt-get install "
                + "libelf-dev",
            Assert.Throws<KernelSourceException>(kernel.Build).Message);
    }

    [Fact]
    public void Includes_the_package_of_the_sources()
    {
        string cache = Path.Combine(AppContext.BaseDirectory, "no-cache");

        Assert.Equal(
            "/usr/src/linux-source-0.1.tar.xz is not there: apt-get install linux-source-0.1, or "
                + "name a kernel tree with --tree",
            Assert.Throws<KernelSourceException>(() => DebianSource.Unpacked(
                "0.1", cache, new ToolBox(""), static (_, _) => { }, CancellationToken.None))
                .Message);
        Assert.False(Directory.Exists(cache));
    }

    [Theory]
    [InlineData("no-such-tree", "no-such-tree is not there: no such folder")]
    [InlineData("/", "/ is no kernel tree: it has no Makefile")]
    public async Task Includes_a_tree(string tree, string told)
    {
        (ExitCode code, string output, string error) = await VmcheckProcess.Run(
            "check", "--target", "kernel-source", "--tree", tree);

        Assert.Equal((ExitCode.TargetUnavailable, ""), (code, output));
        Assert.Equal(
            $"vmcheck: --tree {told}; it takes the folder of a kernel's unpacked sources\n", error);
    }

    [Theory]
    [InlineData("--tree is for --target kernel-source", "--tree", "x")]
    [InlineData("--kernel is for --target kernel-source", "--target", "c:x", "--kernel", "6.1")]
    [InlineData(
        "--kernel and --tree both say which kernel", "--target", "kernel-source", "--kernel",
        "6.12", "--tree", "x")]
    [InlineData(
        "--kernel 5.10: not known; known are 6.1 and 6.12; --tree takes", "--target",
        "kernel-source", "--kernel", "5.10")]
    [InlineData("--tree: it is empty", "--target", "kernel-source", "--tree", "")]
    public async Task Is_asked_for_in_one_way(string told, params string[] options)
    {
        (ExitCode code, string output, string error) =
            await VmcheckProcess.Run(["check", "--json", .. options]);

        Assert.Equal((ExitCode.BadInput, ""), (code, output));
        Assert.Contains(told, error);
    }

    /// <summary>A file system that is read only answers so to opening what is there.</summary>
    [Fact]
    public void Includes_a_cache_that_can_be_written()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        File.CreateSymbolicLink(Path.Combine(folder, "lock"), Environment.ProcessPath!);
        using CancellationTokenSource soon = new(TimeSpan.FromSeconds(5));
        bool waited = false;

        foreach (string path in new[] { folder, "/proc/vmcheck" })
        {
            var refused = Assert.Throws<KernelSourceException>(
                () => HeldFolder.Take(path, () => waited = true, soon.Token));
            Assert.StartsWith("the cache of built kernels cannot be used: ", refused.Message);
            Assert.EndsWith(
                $": {path}; XDG_CACHE_HOME names another folder for it", refused.Message);
        }

        Assert.False(waited);
        Directory.Delete(folder, recursive: true);
    }
}
