// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Targets;

/// <summary>
/// A folder of the cache while one process builds in it: others wait. What is half done lies in
/// folders of its own, and takes its name when it is whole.
/// </summary>
sealed class HeldFolder : IDisposable
{
    const string Half = "half-";

    /// <summary>EWOULDBLOCK, which is what flock says of a lock that somebody holds.</summary>
    const int Held = 11;

    static readonly TimeSpan betweenLooks = TimeSpan.FromMilliseconds(200);

    readonly FileStream held;
    int begun;

    HeldFolder(string path, FileStream held)
    {
        Path = path;
        this.held = held;
        foreach (string left in Directory.EnumerateFileSystemEntries(path, Half + "*"))
        {
            Remove(left);
        }
    }

    /// <summary>Absolute.</summary>
    public string Path { get; }

    /// <summary>Waits until nobody else holds the folder; makes it where there is none.</summary>
    /// <param name="waits">Called once when it has to wait.</param>
    /// <exception cref="KernelSourceException">Nothing can be written there.</exception>
    public static HeldFolder Take(string path, Action waits, CancellationToken stop)
    {
        try
        {
            return Waited(path, waits, stop);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new KernelSourceException(
                "the cache of built kernels cannot be used: "
                    + $"{refused.Message.TrimEnd('.')}: {path}; "
                    + "XDG_CACHE_HOME names another folder for it");
        }
    }

    static HeldFolder Waited(string path, Action waits, CancellationToken stop)
    {
        Directory.CreateDirectory(path);
        string file = System.IO.Path.Combine(path, "lock");
        bool waited = false;
        while (true)
        {
            stop.ThrowIfCancellationRequested();
            try
            {
                return new HeldFolder(RealPath.Of(path), new FileStream(
                    file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException busy) when (busy.HResult == Held)
            {
                if (!waited)
                {
                    waits();
                }

                waited = true;
                stop.WaitHandle.WaitOne(betweenLooks);
            }
        }
    }

    /// <summary>The path of something in it.</summary>
    public string Of(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>A new and empty folder for what is not whole yet.</summary>
    public string Begin()
    {
        string half = Of($"{Half}{Environment.ProcessId}-{++begun}");
        Directory.CreateDirectory(half);
        return half;
    }

    /// <summary>What was begun is whole: it takes its name, and the last one's place.</summary>
    /// <returns>Its path.</returns>
    public string Finish(string half, string name)
    {
        string path = Of(name);
        if (Directory.Exists(path))
        {
            Directory.Move(path, $"{half}-old");
        }

        Directory.Move(half, path);
        Remove($"{half}-old");
        return path;
    }

    /// <summary>Removes what was begun and is not wanted any more.</summary>
    public static void Remove(string path)
    {
        try
        {
            if (Directory.Exists(path))
            {
                Directory.Delete(path, recursive: true);
            }
        }
        catch (IOException)
        {
            // A compiler that was told to stop may still write: the next holder removes it.
        }
    }

    /// <summary>Lets the next one in.</summary>
    public void Dispose() => held.Dispose();
}
