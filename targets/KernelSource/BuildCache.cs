// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Targets;

/// <summary>Where built libraries and what they are built from are kept on this machine.</summary>
static class BuildCache
{
    /// <summary>Another layout is another folder: what older ones left is not read.</summary>
    const string Layout = "kernel-source-1";

    /// <summary>Below $XDG_CACHE_HOME, else ~/.cache.</summary>
    /// <exception cref="KernelSourceException">
    /// There is no such place, or make cannot work in it.
    /// </exception>
    public static string Root() => Root(
        Environment.GetEnvironmentVariable("XDG_CACHE_HOME"),
        Environment.GetEnvironmentVariable("HOME"));

    /// <inheritdoc cref="Root()"/>
    /// <param name="told">$XDG_CACHE_HOME; counts when it is absolute.</param>
    /// <param name="home">$HOME.</param>
    public static string Root(string? told, string? home)
    {
        string caches = Path.IsPathRooted(told) ? told
            : Path.IsPathRooted(home) ? Path.Combine(home, ".cache")
            : throw new KernelSourceException(
                "no folder to build the kernel's vmalloc in: set HOME or XDG_CACHE_HOME");
        return caches.All(static c => char.IsAsciiLetterOrDigit(c) || "/._-+@,=~".Contains(c))
            ? Path.Combine(caches, "vmcheck", Layout)
            : throw new KernelSourceException(
                $"{caches}: the kernel's makefiles cannot work below a folder of such a name; "
                    + "set XDG_CACHE_HOME to another");
    }
}
