// SPDX-License-Identifier: GPL-2.0-only
using Xunit;

namespace Verification.Properties;

/// <summary>A test that needs a shell: skipped aloud where it is not installed.</summary>
public sealed class ShellFactAttribute : FactAttribute
{
    public ShellFactAttribute(string shell)
    {
        ShellName = shell;
        Skip = (System.Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, shell)))
            ? null : $"no {shell} here: apt-get install {shell}";
    }

    /// <summary>Its program.</summary>
    public string ShellName { get; }
}
