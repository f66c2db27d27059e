// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Targets;

/// <summary>Something that building a kernel's vmalloc takes.</summary>
/// <param name="Name">As people call it.</param>
/// <param name="Package">Of Debian.</param>
/// <param name="IsHere">Whether it was found.</param>
public sealed record BuildTool(string Name, string Package, bool IsHere);
