// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>How a call of pcpu_get_vm_areas stands with what the kernel requires.</summary>
public sealed class AskingForAGroup
{
    const ulong Page = 0x1000;

    [Theory]
    [InlineData(0, 0x1000, 0x1000, 0x1000)]
    [InlineData(0x2000, 0x1000, 0, 0x2000)]
    public void Of_areas_side_by_side_is_legal(
        ulong first, ulong size, ulong second, ulong secondSize) =>
        Stands(Legality.Legal, Page, new(first, size), new(second, secondSize));

    [Theory]
    [InlineData(0, 0x2000, 0x1000, 0x1000)]
    [InlineData(0, 0x3000, 0x1000, 0x1000)]
    [InlineData(0x1000, 0x1000, 0x1000, 0x1000)]
    [InlineData(0x800, 0x1000, 0x4000, 0x1000)]
    [InlineData(0, 0x1800, 0x4000, 0x1000)]
    public void Of_areas_that_overlap_or_are_not_aligned_is_forbidden(
        ulong first, ulong size, ulong second, ulong secondSize) =>
        Stands(Legality.Forbidden, Page, new(first, size), new(second, secondSize));

    [Theory]
    [InlineData(0)]
    [InlineData(0x800)]
    [InlineData(0x3000)]
    public void At_an_alignment_that_is_no_power_of_two_pages_is_forbidden(ulong align) =>
        Stands(Legality.Forbidden, align, new PercpuArea(0, 0x6000));

    [Fact]
    public void Of_no_areas_is_not_checked_by_the_kernel_and_not_made() =>
        Stands(Legality.Undefined, Page);

    [Fact]
    public void Of_an_empty_area_is_not_checked_by_the_kernel_and_not_made() =>
        Stands(Legality.Undefined, Page, new PercpuArea(0, 0));

    [Fact]
    public void Of_an_area_that_wraps_is_not_made() =>
        Stands(Legality.Undefined, Page, new PercpuArea(0x1000, ulong.MaxValue - 0xfff));

    [Theory]
    [InlineData(Era.V2637, Gfp.Atomic, Legality.Legal)]
    [InlineData(Era.V2639, Gfp.Kernel, Legality.Legal)]
    [InlineData(Era.V2639, Gfp.Atomic, Legality.Undefined)]
    [InlineData(Era.V30, Gfp.Kernel | Gfp.Highmem, Legality.Undefined)]
    public void With_a_mask_that_C_does_not_take_any_more_is_not_made(
        Era era, Gfp gfp, Legality expected) => DutiesOfTheCaller.Stands(
            expected, script => script.Era = era,
            Script.Group(Page, new PercpuArea(0, Page)) with { Gfp = gfp });

    static void Stands(Legality expected, ulong align, params PercpuArea[] areas) =>
        DutiesOfTheCaller.Stands(expected, static _ => { }, Script.Group(align, areas));
}
