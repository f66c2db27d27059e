// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Targets;

/// <summary>A path as make and compiler write it: without links in it.</summary>
static class RealPath
{
    /// <summary>Of a folder that is there.</summary>
    public static string Of(string path)
    {
        string real = "/";
        foreach (string name in Path.GetFullPath(path).Split(
            '/', StringSplitOptions.RemoveEmptyEntries))
        {
            DirectoryInfo step = new(Path.Combine(real, name));
            real = step.ResolveLinkTarget(returnFinalTarget: true) is { } target
                ? Of(target.FullName) : step.FullName;
        }

        return real;
    }
}
