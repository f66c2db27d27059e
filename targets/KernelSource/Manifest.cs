// SPDX-License-Identifier: GPL-2.0-only
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Verification.Targets;

/// <summary>
/// What a folder was built from: a key, and files with their length and time of change. Lies in the
/// folder, in the file <c>manifest</c>.
/// </summary>
sealed class Manifest
{
    const string FileName = "manifest";

    readonly string text;

    Manifest(string text) => this.text = text;

    /// <summary>Of all that was read, in 16 digits.</summary>
    public string Id => Hash(text);

    /// <summary>Files as they are now.</summary>
    /// <param name="key">All that is no file; one line.</param>
    /// <param name="files">Absolute paths; which of them come twice makes no difference.</param>
    public static Manifest Of(string key, IEnumerable<string> files) => new(
        key + "\n" + string.Concat(
            files.Distinct().Order(StringComparer.Ordinal).Select(static file => Line(file))));

    /// <summary>
    /// What stands in a folder, while key and every file are as they were; null: build it again.
    /// </summary>
    public static Manifest? Fresh(string folder, string key)
    {
        string file = Path.Combine(folder, FileName);
        if (!File.Exists(file))
        {
            return null;
        }

        string kept = File.ReadAllText(file);
        string[] lines = kept.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return lines.Length > 0 && lines[0] == key
            && lines.Skip(1).All(static line => IsAsItWas(line, line.Split(' ', 3)[^1]))
            ? new Manifest(kept) : null;
    }

    /// <summary>Writes it into the folder; from then on the folder counts as built.</summary>
    public void Save(string folder) => File.WriteAllText(Path.Combine(folder, FileName), text);

    /// <summary>16 digits for a text.</summary>
    public static string Hash(params IEnumerable<string> texts)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string one in texts)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(one);
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    /// <summary>What is no path in a damaged manifest is not as it was.</summary>
    static bool IsAsItWas(string line, string file) =>
        Path.IsPathFullyQualified(file) && !file.Contains('\0') && line + "\n" == Line(file);

    static string Line(string file)
    {
        FileInfo now = new(file);
        return now.Exists
            ? string.Create(CultureInfo.InvariantCulture,
                $"{now.Length} {now.LastWriteTimeUtc.Ticks} {file}\n")
            : $"gone 0 {file}\n";
    }
}
