// SPDX-License-Identifier: GPL-2.0-only
using Verification.Targets;

namespace Verification.Properties;

/// <summary>The recordings of the genuine 2.6.32.9 code that lie beside this file.</summary>
static class Golden
{
    static readonly string directory =
        Path.Combine(AppContext.BaseDirectory, "Recorded", "golden-2.6.32");

    public static IEnumerable<string> Files { get; } =
        Directory.GetFiles(directory, "*.txt").Order(StringComparer.Ordinal);

    public static IEnumerable<Recording> All =>
        Files.Select(file => Recording.Read(Path.GetFileName(file), File.ReadAllText(file)));

    public static string Text(string name) => File.ReadAllText(Path.Combine(directory, name));
}
