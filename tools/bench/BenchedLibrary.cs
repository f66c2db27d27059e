// SPDX-License-Identifier: GPL-2.0-only
using Verification.Targets;

namespace Verification.Bench;

/// <summary>A library that figures are measured of, where it can be had.</summary>
/// <param name="Name">As printed.</param>
/// <param name="Path">Of the library; null: it is not built here.</param>
/// <param name="How">How to get it.</param>
sealed record BenchedLibrary(string Name, string? Path, string How)
{
    /// <summary>The example, where <c>make -C targets/example</c> puts it.</summary>
    public static BenchedLibrary Example { get; } = new(
        "the example in C",
        File.Exists("targets/example/example.so") ? "targets/example/example.so" : null,
        "make -C targets/example");

    /// <summary>The mm/vmalloc.c of 6.1, built when it is not in the cache.</summary>
    public static BenchedLibrary Kernel()
    {
        const string page = "docs/kernel-source.md";
        try
        {
            KernelSource source = KernelSource.OfDebian(
                "6.1", static (_, _) => { }, CancellationToken.None);
            return new(source.Name, source.Build(CancellationToken.None), page);
        }
        catch (KernelSourceException)
        {
            return new("linux 6.1", null, page);
        }
    }
}
