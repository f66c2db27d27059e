// SPDX-License-Identifier: GPL-2.0-only
using System.Reflection;
using System.Text;

namespace VerifyTests;

/// <summary>One comparison of a text with its verified file.</summary>
sealed class Snapshot(MethodInfo test, string sourceFile, string extension, VerifySettings settings)
{
    static readonly UTF8Encoding WithBom =
        new(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    internal async Task<VerifyResult> Compare(string target)
    {
        VerifierSettings.Start();
        var files = new SnapshotFiles(test, sourceFile, extension, settings);
        files.DeleteReceived();
        string received = Scrubbed(target);
        // An empty verified file is one that was never accepted.
        string? verified = new FileInfo(files.Verified) is { Exists: true, Length: > 0 }
            ? FixedLines(await File.ReadAllTextAsync(files.Verified))
            : null;
        var result = verified is null
            ? CompareResult.NotEqual()
            : await VerifierSettings.Compare(
                extension, received, received + '\n' == verified ? received : verified);
        bool equal = result.IsEqual;
        string[] stale = [.. files.Stale()];
        if (equal && stale.Length == 0)
        {
            return new(files.Verified);
        }

        if (!equal)
        {
            await File.WriteAllTextAsync(files.Received, received, WithBom);
        }

        if (!settings.Accepts)
        {
            throw new VerifyException(Report(files, received, verified, result, stale));
        }

        Accept(files, equal, stale);
        return new(files.Verified);
    }

    static void Accept(SnapshotFiles files, bool equal, string[] stale)
    {
        if (!equal)
        {
            File.Move(files.Received, files.Verified, overwrite: true);
        }

        foreach (string file in stale)
        {
            File.Delete(file);
        }
    }

    static string Report(
        SnapshotFiles files, string received, string? verified, CompareResult result,
        string[] stale)
    {
        bool equal = result.IsEqual;
        string receivedName = Path.GetFileName(files.Received);
        string verifiedName = Path.GetFileName(files.Verified);
        string pair = $"  - Received: {receivedName}\n    Verified: {verifiedName}\n";
        string heading = equal ? "Equal" : verified is null ? "New" : "NotEqual";
        var report = new StringBuilder($"Directory: {files.Directory}\n");
        if (!equal)
        {
            report.Append($"{heading}:\n{pair}");
        }

        if (stale.Length > 0)
        {
            report.Append("Delete:\n")
                .AppendJoin("", stale.Select(file => $"  - {Path.GetFileName(file)}\n"));
        }

        if (equal)
        {
            return report.Append($"{heading}:\n{pair}").ToString();
        }

        report.Append($"\nFileContent:\n\n{heading}:\n\nReceived: {receivedName}\n");
        report.Append(
            result.Message is { } message
                ? $"Verified: {verifiedName}\nCompare Result:\n{message}\n"
            : verified is null ? $"{received}\n"
            : $"{received}\nVerified: {verifiedName}\n{verified}\n");
        return report.Append('\n').ToString();
    }

    string Scrubbed(string target)
    {
        var text = new StringBuilder(target.TrimStart('\uFEFF'));
        foreach (var scrubber in settings.Scrubbers)
        {
            scrubber(text);
        }

        return FixedLines(text.ToString());
    }

    static string FixedLines(string text) => text.Replace("\r\n", "\n").Replace('\r', '\n');
}
