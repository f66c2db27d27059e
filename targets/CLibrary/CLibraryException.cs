// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Targets;

/// <summary>A C library cannot be checked: why, and what would help.</summary>
public sealed class CLibraryException(string file, string complaint)
    : Exception($"{file} {complaint}")
{
    /// <summary>The message without the file it begins with.</summary>
    public string Complaint { get; } = complaint;
}
