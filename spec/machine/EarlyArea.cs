// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

/// <summary>
/// An area that <c>vm_area_register_early</c> was given before there was an allocator.
/// </summary>
/// <param name="Size">Bytes, whole pages; no guard page is added.</param>
/// <param name="Align">Bytes; a power of two pages.</param>
/// <param name="Flags">VM_ALLOC or VM_IOREMAP.</param>
public readonly record struct EarlyArea(ulong Size, ulong Align, VmFlags Flags);
