// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

/// <summary>A page frame: who owns it, who maps it, what it holds.</summary>
public sealed class Frame(int number)
{
    public int Number { get; } = number;

    /// <summary>
    /// Times taken minus times given back: 0 free, 1 owned, anything else is wrong.
    /// </summary>
    public int Owners { get; internal set; }

    /// <summary>
    /// The area it was taken for; null when free, the caller's own, or not yet claimed.
    /// </summary>
    public Area? Area { get; internal set; }

    /// <summary>Taken by the caller with <c>take</c>, or a device's.</summary>
    public bool IsUsers { get; internal set; }

    /// <summary>Present translations inside the owning area.</summary>
    public int HomeMaps { get; internal set; }

    /// <summary>Present translations in areas that are not lazily freed.</summary>
    public int LiveMaps { get; internal set; }

    /// <summary>Present translations in lazily freed areas.</summary>
    public int LazyMaps { get; internal set; }

    /// <summary>Live translations made before the frame got its present owner.</summary>
    public int StaleMaps { get; internal set; }

    /// <summary>
    /// Changes of owner so far; a translation remembers the one it was made under.
    /// </summary>
    public int Generation { get; internal set; }

    /// <summary>Step of the last change of owner; -1: never.</summary>
    public int OwnedSince { get; internal set; } = -1;

    /// <summary>What it must hold, as <see cref="ITarget.Content"/> says it.</summary>
    public ulong Tag { get; internal set; }

    /// <summary>How the last write left the frame, when it wrote a part of it.</summary>
    internal Patch Patch { get; set; }

    /// <summary>The byte at an offset; -1 when its tag does not tell.</summary>
    public int ByteAt(int offset) => Tag <= byte.MaxValue ? (int)Tag
        : Patch.Tag != Tag ? -1
        : offset >= Patch.First && offset <= Patch.Last ? Patch.Inside : Patch.Outside;

    public bool IsOwned => Owners == 1;

    internal int TouchedIn { get; set; } = -1;

    /// <summary>A device's frame is its own for ever.</summary>
    internal void Reset(bool isDevice)
    {
        Owners = isDevice ? 1 : 0;
        HomeMaps = LiveMaps = LazyMaps = StaleMaps = Generation = 0;
        Area = null;
        IsUsers = isDevice;
        OwnedSince = TouchedIn = -1;
        Tag = 0;
        Patch = default;
    }
}

/// <summary>
/// A frame of one byte value but for a stretch of another, while its tag is this one.
/// </summary>
readonly record struct Patch(ulong Tag, byte Outside, byte Inside, int First, int Last);
