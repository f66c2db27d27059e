// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Targets;

/// <summary>
/// The real mm/vmalloc.c cannot be built here: why, in one line, and what would help.
/// </summary>
public sealed class KernelSourceException(string message) : Exception(message);
