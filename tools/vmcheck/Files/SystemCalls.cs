// SPDX-License-Identifier: GPL-2.0-only
using System.Runtime.InteropServices;
using System.Text;

namespace Verification.Vmcheck;

/// <summary>What Linux can say of files and .NET cannot; elsewhere nothing is asked.</summary>
static class SystemCalls
{
    const int CurrentFolder = -100;
    const uint WantsType = 1;
    const int ModeAt = 28;
    const int TypeMask = 0xf000;
    const int Ordinary = 0x8000;

    /// <summary>
    /// Whether a path leads, through whatever links, to a file that has an end: no folder, pipe or
    /// device.
    /// </summary>
    public static bool IsOrdinary(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return File.Exists(path);
        }

        // struct statx is the same on every machine.
        byte[] facts = new byte[256];
        return statx(CurrentFolder, Terminated(path), 0, WantsType, facts) == 0
            && (BitConverter.ToUInt16(facts, ModeAt) & TypeMask) == Ordinary;
    }

    /// <summary>
    /// Brings a folder's list of names to the disk, so that a power cut does not undo a rename; a
    /// file system that cannot is left as it is.
    /// </summary>
    public static void FlushFolder(string folder)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        int descriptor = open(Terminated(folder), 0);
        if (descriptor >= 0)
        {
            _ = fsync(descriptor);
            _ = close(descriptor);
        }
    }

    static byte[] Terminated(string path) => Encoding.UTF8.GetBytes(path + '\0');

    [DllImport("libc")]
    static extern int statx(int folder, byte[] path, int flags, uint mask, byte[] facts);

    [DllImport("libc")]
    static extern int open(byte[] path, int flags);

    [DllImport("libc")]
    static extern int fsync(int descriptor);

    [DllImport("libc")]
    static extern int close(int descriptor);
}
