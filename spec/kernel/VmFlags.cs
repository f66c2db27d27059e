// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

/// <summary>Flags of a <c>vm_struct</c>: what the range is used for.</summary>
[Flags]
public enum VmFlags : uint
{
    None = 0,
    Ioremap = 0x1,
    Alloc = 0x2,
    Map = 0x4,
    Usermap = 0x8,

    /// <summary>The pages array is itself vmalloc'ed.</summary>
    Vpages = 0x10,
}
