// SPDX-License-Identifier: GPL-2.0-only
using System.Text.Json;
using System.Text.Json.Serialization;
using Verification.Spec;

namespace Verification.Vmcheck;

/// <summary>Protection bits as a kernel developer names them; they are only written.</summary>
sealed class PgprotJson : JsonConverter<Pgprot>
{
    public override Pgprot Read(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("no verb reads protection bits");

    public override void Write(
        Utf8JsonWriter writer, Pgprot value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
