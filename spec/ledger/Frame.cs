// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

/// <summary>A page frame: who owns it, who maps it, what it holds.</summary>
public sealed class Frame(int number)
{
    public int Number { get; } = number;

    /// <summary>Times taken minus times given back: 0 free, 1 owned, anything else is wrong.</summary>
    public int Owners { get; internal set; }

    /// <summary>The area it was taken for; null when free, the caller's own, or not yet claimed.</summary>
    public Area? Area { get; internal set; }

    /// <summary>Taken by the caller with <c>take</c>.</summary>
    public bool IsUsers { get; internal set; }

    /// <summary>Present translations inside the owning area.</summary>
    public int HomeMaps { get; internal set; }

    /// <summary>Present translations in areas that are not lazily freed.</summary>
    public int LiveMaps { get; internal set; }

    /// <summary>Present translations in lazily freed areas.</summary>
    public int LazyMaps { get; internal set; }

    /// <summary>Live translations made before the frame got its present owner.</summary>
    public int StaleMaps { get; internal set; }

    /// <summary>Changes of owner so far; a translation remembers the one it was made under.</summary>
    public int Generation { get; internal set; }

    /// <summary>Step of the last change of owner; -1: never.</summary>
    public int OwnedSince { get; internal set; } = -1;

    /// <summary>What it must hold, as <see cref="ITarget.Content"/> says it.</summary>
    public ulong Tag { get; internal set; }

    public bool IsOwned => Owners == 1;

    internal int TouchedIn { get; set; } = -1;

    internal void Reset()
    {
        Owners = HomeMaps = LiveMaps = LazyMaps = StaleMaps = Generation = 0;
        Area = null;
        IsUsers = false;
        OwnedSince = TouchedIn = -1;
        Tag = 0;
    }
}
