// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Vmcheck;

/// <summary>
/// Standard streams that whoever started this process had closed. A pipe of the runtime's own then
/// takes their place: what is written there ends the process, and a read never returns.
/// </summary>
static class StandardStreams
{
    public const int Input = 0;
    public const int Output = 1;
    public const int Error = 2;

    /// <summary>Of a pipe that comes from outside, only one end is here.</summary>
    public static bool IsClosed(int descriptor)
    {
        if (!Directory.Exists("/proc/self/fdinfo") || PipeAt(descriptor) is not { } pipe)
        {
            return false;
        }

        string mode = ModeOf(descriptor);
        return Directory.GetFiles("/proc/self/fd").Select(Path.GetFileName).Any(
            other => int.TryParse(other, out int number) && PipeAt(number) == pipe
                && ModeOf(number) != mode);
    }

    static string? PipeAt(int descriptor)
    {
        try
        {
            string? target = new FileInfo($"/proc/self/fd/{descriptor}").LinkTarget;
            return target?.StartsWith("pipe:") == true ? target : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>The last octal digit of the flags: 0 reads, 1 writes.</summary>
    static string ModeOf(int descriptor)
    {
        try
        {
            return File.ReadLines($"/proc/self/fdinfo/{descriptor}")
                .Where(static line => line.StartsWith("flags:"))
                .Select(static line => line[^1..]).FirstOrDefault("");
        }
        catch (IOException)
        {
            return "";
        }
    }
}
