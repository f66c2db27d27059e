// SPDX-License-Identifier: GPL-2.0-only
using System.Text.Json;
using Verification.Museum;

namespace Verification.Vmcheck;

/// <summary>A tour as one JSON object; names are stable, new ones may be added.</summary>
public static class MuseumJson
{
    /// <summary>Of the full form this is <c>properties/Museum/figures.json</c>.</summary>
    public static string Print(Figures figures) =>
        JsonSerializer.Serialize(figures, CheckJson.CamelCase);

    /// <summary>What <see cref="Print"/> printed.</summary>
    public static Figures Read(string json) =>
        JsonSerializer.Deserialize<Figures>(json, CheckJson.CamelCase)!;
}
