// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>The words of linux/gfp.h and linux/vmalloc.h of 2.6.32, and the bits they are.</summary>
public sealed class KernelWords
{
    /// <summary>_PAGE_RW and _PAGE_NX of x86.</summary>
    [Theory]
    [InlineData(0, false, true)]
    [InlineData(1, false, true)]
    [InlineData(2, true, true)]
    [InlineData(0x8000_0000_0000_0161, false, false)]
    [InlineData(0x8000_0000_0000_0163, true, false)]
    public void Say_of_a_protection_what_a_CPU_may_do(ulong bits, bool writes, bool executes)
    {
        Pgprot prot = new(bits);

        Assert.Equal((writes, executes), (prot.IsWritable, prot.IsExecutable));
    }

    [Theory]
    [InlineData("__GFP_DMA", 0x01)]
    [InlineData("__GFP_HIGHMEM", 0x02)]
    [InlineData("__GFP_DMA32", 0x04)]
    [InlineData("__GFP_MOVABLE", 0x08)]
    [InlineData("GFP_NOIO", 0x10)]
    [InlineData("GFP_ATOMIC", 0x20)]
    [InlineData("__GFP_IO", 0x40)]
    [InlineData("GFP_NOFS", 0x50)]
    [InlineData("__GFP_FS", 0x80)]
    [InlineData("GFP_KERNEL", 0xd0)]
    [InlineData("__GFP_COLD", 0x100)]
    [InlineData("__GFP_NOWARN", 0x200)]
    [InlineData("__GFP_REPEAT", 0x400)]
    [InlineData("__GFP_NOFAIL", 0x800)]
    [InlineData("__GFP_NORETRY", 0x1000)]
    [InlineData("__GFP_COMP", 0x4000)]
    [InlineData("__GFP_ZERO", 0x8000)]
    [InlineData("__GFP_NOMEMALLOC", 0x10000)]
    [InlineData("__GFP_HARDWALL", 0x20000)]
    [InlineData("__GFP_THISNODE", 0x40000)]
    [InlineData("__GFP_RECLAIMABLE", 0x80000)]
    [InlineData("__GFP_NOTRACK", 0x200000)]
    [InlineData("0x2000", 0x2000)]
    [InlineData("0", 0)]
    public void Are_written_and_read_for_a_gfp_mask(string word, uint bits)
    {
        Assert.Equal(word, TraceWords.Of((Gfp)bits));
        Assert.Equal((Gfp)bits, Read($"p0 = __vmalloc(1, {word}, PAGE_KERNEL)").Gfp);
    }

    /// <summary>They are written as the masks that consist of them alone.</summary>
    [Theory]
    [InlineData("__GFP_WAIT", 0x10)]
    [InlineData("__GFP_HIGH", 0x20)]
    public void Are_read_for_the_bits_that_are_masks_too(string word, uint bits) =>
        Assert.Equal((Gfp)bits, Read($"p0 = __vmalloc(1, {word}, PAGE_KERNEL)").Gfp);

    [Theory]
    [InlineData("VM_IOREMAP", 1)]
    [InlineData("VM_ALLOC", 2)]
    [InlineData("VM_MAP", 4)]
    [InlineData("VM_USERMAP", 8)]
    [InlineData("VM_VPAGES", 0x10)]
    [InlineData("0x20", 0x20)]
    public void Are_written_and_read_for_flags(string word, uint bits)
    {
        Assert.Equal(word, TraceWords.Of((VmFlags)bits));
        Assert.Equal((VmFlags)bits, Read($"a0 = get_vm_area(1, {word})").Flags);
    }

    [Fact]
    public void Are_joined_by_a_bar() => Assert.Equal(
        "GFP_KERNEL|__GFP_ZERO|0x2000", TraceWords.Of(Gfp.Kernel | Gfp.Zero | (Gfp)0x2000));

    [Theory]
    [InlineData(0, "0")]
    [InlineData((1 << 20) - 1, "1048575")]
    [InlineData(1 << 20, "0x100000")]
    public void Do_not_stand_for_numbers_which_are_hex_from_a_megabyte_on(ulong number, string text)
        => Assert.Equal(text, TraceWords.Of(number));

    static Command Read(string line) => TraceReader.Read(MachineInATrace.Header + line).Commands[0];
}
