// SPDX-License-Identifier: GPL-2.0-only
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Verification.Vmcheck;

/// <summary>
/// Files that are there whole or not at all, whenever the process ends: written beside their place
/// under a name of the process, flushed to disk, and renamed; then the
/// folder is flushed too.
/// </summary>
static class WholeFile
{
    const string Unfinished = ".unfinished";

    /// <summary>False when there is something of that name: it stays as it is.</summary>
    /// <exception cref="IOException">It cannot be written; nothing is left behind.</exception>
    public static bool TryCreate(string path, string text)
    {
        if (Path.Exists(path))
        {
            return false;
        }

        string unfinished = $"{path}.{System.Environment.ProcessId}{Unfinished}";
        try
        {
            using (FileStream file = new(unfinished, FileMode.Create, FileAccess.Write))
            {
                file.Write(Encoding.UTF8.GetBytes(text));
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite: false);
            SystemCalls.FlushFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
            return true;
        }
        catch (IOException) when (Path.Exists(path))
        {
            // Another process was faster.
            File.Delete(unfinished);
            return false;
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }

    /// <summary>Deletes what processes that were killed left unfinished.</summary>
    public static void Sweep(string folder)
    {
        foreach (string left in Directory.EnumerateFiles(folder, $"*{Unfinished}"))
        {
            string number = Path.GetFileNameWithoutExtension(left).Split('.')[^1];
            if (int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int id)
                && !IsRunning(id))
            {
                File.Delete(left);
            }
        }
    }

    static bool IsRunning(int id)
    {
        try
        {
            using Process process = Process.GetProcessById(id);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
