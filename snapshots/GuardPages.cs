// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Snapshots;

/// <summary>Areas that are used to their end are told as such.</summary>
public class GuardPages
{
    const string MapAndUnmap =
        """
        f0 = take(4, -1)
        v1 = pcpu_get_vm_areas([0+0x2000, 0x3000+0x2000], 4096, GFP_KERNEL)
        map_kernel_range_noflush(v1, 0x2000, PAGE_KERNEL, [f0[0..1]])
        map_kernel_range_noflush(v1+0x3000, 0x2000, PAGE_KERNEL, [f0[2..3]])
        """;

    static readonly Machine early = DumpMachine.SixteenPages with
    {
        Early = new([new(0x2000, 0x1000, VmFlags.Alloc)]),
    };

    const string MapEarly =
        """
        f0 = take(2, -1)
        map_kernel_range_noflush(START, 0x2000, PAGE_KERNEL, [f0[0..1]])
        """;

    [Fact]
    public Task Are_none_in_a_mapped_percpu_group() => Verify(
        Scenario.On(DumpMachine.SixteenPages).Strips(MapAndUnmap)).UseDirectory("dumps");

    [Fact]
    public Task Are_none_in_the_dump_of_a_percpu_group() => Verify(
        Scenario.On(DumpMachine.SixteenPages).Dumps(MapAndUnmap)).UseDirectory("dumps");

    [Fact]
    public Task Are_none_in_an_area_from_before_boot() =>
        Verify(Scenario.On(early).Strips(MapEarly)).UseDirectory("dumps");

    [Fact]
    public Task Are_none_in_the_dump_of_an_area_from_before_boot() =>
        Verify(Scenario.On(early).Dumps(MapEarly)).UseDirectory("dumps");
}
