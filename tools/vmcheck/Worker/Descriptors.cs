// SPDX-License-Identifier: GPL-2.0-only
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Verification.Vmcheck;

/// <summary>
/// Takes a worker's pipes out of the reach of its library, which may print and read as it likes.
/// </summary>
static class Descriptors
{
    const int Input = 0;
    const int Output = 1;
    const int Error = 2;
    const short HungUp = 0x10;

    /// <summary>RLIMIT_CORE.</summary>
    const int CoreSize = 4;

    /// <summary>
    /// What was standard input, now read by nobody else; the library reads an empty file.
    /// </summary>
    public static FileStream TakeInput()
    {
        FileStream taken = Open(dup(Input), FileAccess.Read);
        using SafeFileHandle empty = File.OpenHandle("/dev/null");
        Replace((int)empty.DangerousGetHandle(), Input);
        return taken;
    }

    /// <summary>What was standard output; what the library prints goes to standard error.</summary>
    public static FileStream TakeOutput()
    {
        FileStream taken = Open(dup(Output), FileAccess.Write);
        Replace(Error, Output);
        return taken;
    }

    /// <summary>Returns once nobody can write into this pipe any more; reads nothing.</summary>
    public static void WaitForHangUp(FileStream pipe)
    {
        PollEntry entry = new() { Descriptor = (int)pipe.SafeFileHandle.DangerousGetHandle() };
        while ((entry.Returned & HungUp) == 0)
        {
            _ = poll(ref entry, 1, -1);
        }
    }

    /// <summary>A death is reported, not dumped: a dump would be large and slow.</summary>
    public static void ForbidCoreFiles() => _ = setrlimit(CoreSize, default);

    static FileStream Open(int descriptor, FileAccess access) => descriptor < 0
        ? throw new IOException("no descriptor is left for the pipes of a worker")
        : new FileStream(new SafeFileHandle(descriptor, ownsHandle: true), access, bufferSize: 0);

    static void Replace(int descriptor, int by)
    {
        if (dup2(descriptor, by) < 0)
        {
            throw new IOException($"descriptor {by} of a worker cannot be replaced");
        }
    }

    [StructLayout(LayoutKind.Sequential)]
    struct PollEntry
    {
        public int Descriptor;
        public short Wanted;
        public short Returned;
    }

    [StructLayout(LayoutKind.Sequential)]
    struct Limit
    {
        public nuint Soft;
        public nuint Hard;
    }

    [DllImport("libc")]
    static extern int dup(int descriptor);

    [DllImport("libc")]
    static extern int dup2(int descriptor, int by);

    [DllImport("libc")]
    static extern int poll(ref PollEntry entries, nuint count, int milliseconds);

    [DllImport("libc")]
    static extern int setrlimit(int resource, in Limit limit);
}
