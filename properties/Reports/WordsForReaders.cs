// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>Sizes, long lines and long page lists as reports print them.</summary>
public sealed class WordsForReaders
{
    [Theory]
    [InlineData(0UL, "0B")]
    [InlineData(99_999UL << 10, "99999K")]
    [InlineData(67_106_812UL << 10, "64G-2052K")]
    [InlineData((64UL << 30) + (12UL << 10), "64G+12K")]
    [InlineData(100_001UL << 10, "100001K")]
    [InlineData(1UL << 63, "8E")]
    [InlineData(ulong.MaxValue, "16E-1B")]
    public void Say_a_size_exactly_in_few_digits(ulong bytes, string told) =>
        Assert.Equal(told, SizeText.Readable(bytes));

    [Fact]
    public void Wrap_a_long_word_behind_a_comma() => Assert.Equal(
        ["maps", "  f0,f2,f4,", "  f6"], LineWrap.Of("maps f0,f2,f4,f6", 12));

    [Theory]
    [InlineData(
        "f0[0], f0[2], f0[4], f0[6], f0[8], f0[10], f0[12], f0[14], f0[1]", 9,
        "m1 = vmap((struct page *[]){ f0[0], f0[2], f0[4], f0[6], f0[8], f0[10], f0[12], f0[14], "
            + "f0[1] }, 9, VM_MAP, PAGE_KERNEL);")]
    [InlineData(
        "NULL*30, f0[1..12]", 42,
        "NULL, NULL, f0[1], f0[2], /* and 10 more */ }, 42, VM_MAP, PAGE_KERNEL);")]
    public void Write_page_lists_as_C_with_their_indices(string pages, int count, string end)
    {
        Trace trace = TraceReader.Read(MachineInATrace.Header
            + $"f0 = take(16, -1)\nm1 = vmap([{pages}], {count}, VM_MAP, PAGE_KERNEL)\n");
        Assert.EndsWith(end, new CStatement(trace).Of(trace.Commands[1]));
    }
}
