// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>The lowest trace of a campaign that showed a cluster of violations.</summary>
public sealed record FirstBroken(long Number, Violation Violation)
{
    /// <summary>False for a death that a fresh process did not repeat.</summary>
    public bool IsConfirmed { get; init; } = true;

    /// <summary>Writes it for <see cref="Read"/>.</summary>
    public void Write(BinaryWriter output)
    {
        output.Write(Number);
        output.Write(IsConfirmed);
        output.Write(Violation);
    }

    /// <summary>What the same build wrote.</summary>
    public static FirstBroken Read(BinaryReader input)
    {
        long number = input.ReadInt64();
        bool confirmed = input.ReadBoolean();
        return new(number, input.ReadViolation()) { IsConfirmed = confirmed };
    }
}
