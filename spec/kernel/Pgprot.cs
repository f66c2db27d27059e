// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

/// <summary><c>pgprot_t</c>: the protection bits of a translation, x86-64 layout.</summary>
public readonly record struct Pgprot(ulong Bits)
{
    /// <summary>Present, writable, accessed, dirty, global, not executable.</summary>
    public static readonly Pgprot Kernel = new(0x8000_0000_0000_0163);

    /// <summary><see cref="Kernel"/> without the NX bit.</summary>
    public static readonly Pgprot KernelExec = new(0x163);

    /// <summary>
    /// PAGE_KERNEL_IO_UC_MINUS, what ioremap maps with: <see cref="Kernel"/>, past the cache, and
    /// marked as no memory.
    /// </summary>
    public static readonly Pgprot KernelIo = new(0x8000_0000_0000_0573);

    public bool IsWritable => (Bits & 2) != 0;

    public bool IsDirty => (Bits & 0x40) != 0;

    public bool IsExecutable => (Bits >> 63) == 0;

    /// <summary>The same without the right to execute (<c>pgprot_nx</c>).</summary>
    public Pgprot NotExecutable => new(Bits | (1UL << 63));

    public override string ToString() => this switch
    {
        { Bits: 0x8000_0000_0000_0163 } => "PAGE_KERNEL",
        { Bits: 0x163 } => "PAGE_KERNEL_EXEC",
        _ => $"0x{Bits:x}",
    };
}
