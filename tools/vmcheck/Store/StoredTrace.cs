// SPDX-License-Identifier: GPL-2.0-only
using System.Security.Cryptography;
using System.Text;
using Verification.Search;
using Verification.Spec;

namespace Verification.Vmcheck;

/// <summary>A trace file of a store: a trace as `replay` takes it, and comments on top.</summary>
/// <param name="File">Its path, as the store was typed.</param>
/// <param name="Text">All that is in it.</param>
/// <param name="Trace">What it says.</param>
sealed record StoredTrace(string File, string Text, Trace Trace)
{
    const string ClusterWord = "cluster";
    const string TargetWord = "target";

    /// <summary>
    /// What it breaks, as a cluster reads; null: it does not say, somebody wrote it by hand.
    /// </summary>
    public string? Cluster => Comment(ClusterWord);

    /// <summary>As typed after --target; null: it is for every target.</summary>
    public string? Target => Comment(TargetWord);

    /// <summary>Whether it is for this target, wherever that was typed.</summary>
    public bool IsOf(string target) =>
        Target is null || CheckedTarget.InFull(Target) == CheckedTarget.InFull(target);

    /// <summary>Another when a character of it is changed.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    /// <summary>What is in such a file.</summary>
    /// <param name="finding">What it is of.</param>
    /// <param name="file">Its path.</param>
    public static string TextOf(Finding finding, string file)
    {
        Failure failure = finding.Failure;
        StringBuilder text = new();
        Append(text, "law", $"{finding.Law.Name}: {finding.Law.Says}");
        Append(text, ClusterWord, $"{finding.Cluster}");
        Append(text, TargetWord, failure.Target);
        if (finding.Number is { } number)
        {
            Append(text, "found", $"trace {number} of random seed {failure.Seed}");
        }

        Append(text, "again", FailureReport.ReplayCommand(file, failure.Target));
        return text.Append(TraceWriter.Write(finding.Shrunk.Trace)).ToString();
    }

    static void Append(StringBuilder text, string word, string value) =>
        text.Append($"# {word,-8}{OneLine(value)}\n");

    /// <summary>A path may have any character in it.</summary>
    static string OneLine(string text) => VerbException.Printable(text).Replace('\n', '?');

    string? Comment(string word) => Text.Split('\n')
        .TakeWhile(static line => line.StartsWith('#'))
        .Select(static line => line.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries))
        .FirstOrDefault(parts => parts.Length == 3 && parts[1] == word)?[2].TrimEnd();
}
