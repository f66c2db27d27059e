// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

/// <summary>
/// The areas registered before boot, in that order. Two lists of equal areas are equal.
/// </summary>
public sealed class EarlyAreas : IEquatable<EarlyAreas>
{
    /// <summary>As many as a machine has at most.</summary>
    public const int Most = 8;

    readonly EarlyArea[] areas;

    public EarlyAreas(params EarlyArea[] areas)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(areas.Length, Most, nameof(areas));
        this.areas = [.. areas];
    }

    public static EarlyAreas None { get; } = new();

    public int Count => areas.Length;

    public EarlyArea this[int index] => areas[index];

    /// <summary>All but one.</summary>
    public EarlyAreas Without(int index) => new([.. areas[..index], .. areas[(index + 1)..]]);

    public bool Equals(EarlyAreas? other) =>
        other is not null && areas.AsSpan().SequenceEqual(other.areas);

    public override bool Equals(object? obj) => Equals(obj as EarlyAreas);

    public override int GetHashCode() => areas.Length;

    /// <summary>
    /// First address of each, in a range that begins at start: behind the one before, aligned.
    /// </summary>
    internal ulong StartOf(int index, ulong start, ulong pageSize)
    {
        ulong at = start;
        for (int i = 0; i <= index; i++)
        {
            at = unchecked(at + areas[i].Align - 1) & ~(areas[i].Align - 1);
            at = i == index ? at : unchecked(at + areas[i].Size + pageSize - 1) & ~(pageSize - 1);
        }

        return at;
    }
}
