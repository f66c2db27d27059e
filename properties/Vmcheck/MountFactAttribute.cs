// SPDX-License-Identifier: GPL-2.0-only
using System.Diagnostics;
using Xunit;

namespace Verification.Properties;

/// <summary>A fact that needs the right to mount; skipped, with the reason, where it is not.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class MountFactAttribute : FactAttribute
{
    static readonly bool mayMount = Try();

    public MountFactAttribute()
    {
        if (!mayMount)
        {
            Skip = "needs the right to mount a folder in a name space of its own (root)";
        }
    }

    static bool Try()
    {
        using Process mount = Process.Start(new ProcessStartInfo(
            "sh", ["-c", "unshare --mount mount --bind /tmp /tmp"])
        {
            UseShellExecute = false, RedirectStandardError = true,
        })!;
        mount.StandardError.ReadToEnd();
        mount.WaitForExit();
        return mount.ExitCode == 0;
    }
}
