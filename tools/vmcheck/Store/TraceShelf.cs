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
                string text = InputText.ReadOrdinary(file, InputKind.Trace);
                read.Add(new StoredTrace(file, text, TraceReader.Read(text)));
            }
            catch (TraceSyntaxException wrong)
            {
                left.Add($"{file} is passed over: {wrong.Message}");
            }
            catch (VerbException wrong)
            {
                left.Add($"{wrong.Message}; it is passed over");
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
            if (WholeFile.TryCreate(file, text))
            {
                return new StoredTrace(file, text, finding.Shrunk.Trace);
            }

            if (Held(file, finding) is { } there)
            {
                return there;
            }
        }
    }

    /// <summary>What is in a file, when it is this finding; else null.</summary>
    static StoredTrace? Held(string file, Finding finding)
    {
        try
        {
            StoredTrace there = new(
                file, InputText.ReadOrdinary(file, InputKind.Trace), finding.Shrunk.Trace);
            return there.IsOf(finding.Failure.Target)
                && TraceReader.Read(there.Text).Equals(finding.Shrunk.Trace) ? there : null;
        }
        catch (Exception other) when (other is TraceSyntaxException or VerbException)
        {
            return null;
        }
    }
}
