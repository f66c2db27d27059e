// SPDX-License-Identifier: GPL-2.0-only
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Verification.Vmcheck;

/// <summary>What `diff` prints for a program; names are stable, new ones may be added.</summary>
static class DiffJson
{
    static readonly JsonSerializerOptions withNames = new(CheckJson.CamelCase)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static string Print(object document) => JsonSerializer.Serialize(document, withNames);
}
