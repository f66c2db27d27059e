// SPDX-License-Identifier: GPL-2.0-only
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Verification.Search;

namespace Verification.Vmcheck;

/// <summary>
/// A check point as a store keeps it: the SHA-256 of the campaign's arguments and of what follows,
/// then the check point.
/// </summary>
static class KeptPoint
{
    /// <summary>The bytes that <see cref="Read"/> takes.</summary>
    /// <param name="arguments">Of its campaign, as they are stored.</param>
    public static byte[] Write(string arguments, CheckPoint point)
    {
        using MemoryStream bytes = new();
        using BinaryWriter output = new(bytes);
        point.Write(output);
        output.Flush();
        return [.. SumOf(arguments, bytes.ToArray()), .. bytes.ToArray()];
    }

    /// <summary>What the same build wrote, and the arguments, one by one.</summary>
    /// <exception cref="InvalidDataException">
    /// One of them is not what was written; nothing else is ever thrown.
    /// </exception>
    public static (CheckPoint Point, IReadOnlyList<string> Arguments) Read(
        string arguments, byte[] kept)
    {
        if (kept.Length < SHA256.HashSizeInBytes
            || !SumOf(arguments, kept.AsSpan(SHA256.HashSizeInBytes))
                .AsSpan().SequenceEqual(kept.AsSpan(0, SHA256.HashSizeInBytes)))
        {
            throw new InvalidDataException("its sum does not fit it");
        }

        using BinaryReader input = new(new MemoryStream(
            kept, SHA256.HashSizeInBytes, kept.Length - SHA256.HashSizeInBytes));
        return (CheckPoint.Read(input), JsonSerializer.Deserialize<string[]>(arguments)!);
    }

    static byte[] SumOf(string arguments, ReadOnlySpan<byte> point) =>
        SHA256.HashData([.. Encoding.UTF8.GetBytes(arguments), 0, .. point]);
}
