// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;

namespace Verification.Vmcheck;

/// <summary>
/// The trace files of a store. They are the truth about what is stored: one that somebody puts
/// there is run, one that is deleted is gone; vmcheck itself deletes none.
/// </summary>
sealed class TraceShelf(string folder)
{
    const string Extension = ".trace";

    /// <summary>Reads all of them, by name.</summary>
    /// <param name="unreadable">What is no trace, as sentences.</param>
    public IReadOnlyList<StoredTrace> Read(out IReadOnlyList<string> unreadable)
    {
        List<string> left = [];
        List<StoredTrace> read = [];
        unreadable = left;
        if (!Directory.Exists(folder))
        {
            return read;
        }

        foreach (string file in Directory.EnumerateFiles(folder, $"*{Extension}")
            .Order(StringComparer.Ordinal))
        {
            try
            {
                string text = TextOf(file);
                read.Add(new StoredTrace(file, text, TraceReader.Read(text)));
            }
            catch (Exception wrong) when (wrong is TraceSyntaxException or IOException
                or UnauthorizedAccessException or VerbException)
            {
                left.Add($"{file} is passed over: {wrong.Message}");
            }
        }

        return read;
    }

    /// <summary>
    /// Writes a finding to a file named after its cluster, unless it is there already; the folder
    /// has to be.
    /// </summary>
    /// <returns>What is in the file now.</returns>
    /// <exception cref="IOException">It cannot be written.</exception>
    public StoredTrace Add(Finding finding)
    {
        for (int number = 1; ; number++)
        {
            string name = number == 1 ? $"{finding.Cluster}" : $"{finding.Cluster}-{number}";
            string file = Path.Combine(folder, $"{name}{Extension}");
            string text = StoredTrace.TextOf(finding, file);
            if (WholeFile.TryCreate(file, text) || Holds(file, finding))
            {
                return new StoredTrace(file, File.ReadAllText(file), finding.Shrunk.Trace);
            }
        }
    }

    /// <summary>What is larger than any trace is not read.</summary>
    static string TextOf(string file)
    {
        using StreamReader reader = new(file);
        return reader.BaseStream.Length <= InputKind.Trace.LargestBytes ? reader.ReadToEnd()
            : throw InputKind.Trace.TooLarge(file);
    }

    static bool Holds(string file, Finding finding)
    {
        try
        {
            StoredTrace there = new(file, File.ReadAllText(file), finding.Shrunk.Trace);
            return there.Target == finding.Failure.Target
                && TraceReader.Read(there.Text).Equals(finding.Shrunk.Trace);
        }
        catch (TraceSyntaxException)
        {
            return false;
        }
    }
}
