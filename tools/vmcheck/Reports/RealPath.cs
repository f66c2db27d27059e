// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Vmcheck;

/// <summary>What realpath does: two names of one file become one.</summary>
static class RealPath
{
    /// <summary>
    /// The full path with every link in it followed; the last part need not be there. A ring of
    /// links is an <see cref="IOException"/>.
    /// </summary>
    public static string Of(string file)
    {
        string path = Path.GetFullPath(file);
        if (Path.GetDirectoryName(path) is not { } folder)
        {
            return path;
        }

        string here = Path.Combine(Of(folder), Path.GetFileName(path));
        return new FileInfo(here).LinkTarget is null ? here
            : Of(File.ResolveLinkTarget(here, returnFinalTarget: true)!.FullName);
    }
}
