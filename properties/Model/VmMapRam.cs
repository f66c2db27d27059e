// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>Memory of vm_map_ram: few pages in a block of the CPU, many in an area.</summary>
public sealed class VmMapRam
{
    [Fact]
    public void Maps_two_of_258_pages_where_an_unsigned_int_has_twelve_bits()
    {
        Machine machine = Machines.Find("narrow")! with { IntBits = 12 };
        Bench faithful = new(DefectMode.Faithful, Era.V2632, machine);
        Bench mended = new(DefectMode.Fixed, Era.V2632, machine);

        faithful.MapRam(258);
        mended.MapRam(258);

        Assert.Equal(2, faithful.Count(EventKind.PteSet));
        Assert.Equal(258, mended.Count(EventKind.PteSet));
    }

    [Theory]
    [InlineData("blocks", 11, 552)]
    [InlineData("i386", 6, 288)]
    public void Preloads_a_node_for_every_six_bits_of_a_word(string name, int nodes, int bytes)
    {
        Bench bench = new(DefectMode.Fixed, Era.V2632, Machines.Find(name)!);

        bench.MapRam(1);

        ulong[] sizes =
        [
            .. bench.Step.Events.ToArray()
                .Where(static e => e is { Kind: EventKind.SlabAlloc, Slab: SlabKind.RadixNode })
                .Select(static e => e.Bytes),
        ];
        Assert.Equal(Enumerable.Repeat((ulong)bytes, nodes), sizes);
    }

    [Theory]
    [InlineData(Era.V2632, 0)]
    [InlineData(Era.V2637, 4)]
    public void Does_not_unmap_a_block_again_that_goes_after_its_parts(Era era, int cleared)
    {
        Bench bench = new(
            DefectMode.Fixed, era, new Machine { VmapBlockPages = 8, Name = "8" });
        ulong first = bench.MapRam(4);
        ulong second = bench.MapRam(4);

        bench.Run(new Command(CommandKind.VmUnmapRam) { Count = 3 }, first);
        bench.Run(new Command(CommandKind.VmUnmapRam) { Count = 4 }, second);

        Assert.Equal(cleared, bench.Count(EventKind.PteClear));
        Assert.Equal(1, bench.Count(EventKind.VbRemove));
    }
}
