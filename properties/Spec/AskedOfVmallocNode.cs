// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>What each public allocator asks of <c>__vmalloc_node</c>, as C calls it.</summary>
public sealed class AskedOfVmallocNode
{
    static readonly Machine machine = new() { Name = "asked", Nodes = 2, Shmlba = 0x4000 };

    [Theory]
    [InlineData(CommandKind.Vmalloc, 0xd2, 1, false, -1)]
    [InlineData(CommandKind.VmallocNode, 0xd2, 1, false, 1)]
    [InlineData(CommandKind.Vzalloc, 0x80d2, 1, false, -1)]
    [InlineData(CommandKind.VzallocNode, 0x80d2, 1, false, 1)]
    [InlineData(CommandKind.VmallocUser, 0x80d2, 0x4000, true, -1)]
    [InlineData(CommandKind.Vmalloc32, 0xd4, 1, false, -1)]
    [InlineData(CommandKind.Vmalloc32User, 0x80d4, 1, true, -1)]
    [InlineData(CommandKind.VmallocInner, 0x20, 1, false, -1)]
    public void Has_the_gfp_alignment_and_node_of_its_entry_point(
        CommandKind kind, uint gfp, int align, bool usermap, int node)
    {
        Asked asked = By(kind, machine);

        Assert.Equal(
            new Asked(5000, (ulong)align, (Gfp)gfp, Pgprot.Kernel, node, Caller.Site, usermap),
            asked);
    }

    [Fact]
    public void Is_executable_for_vmalloc_exec_alone()
    {
        IEnumerable<CommandKind> executable =
            from row in Signature.All
            where row.Product == Product.Block && By(row.Kind, machine).Prot.IsExecutable
            select row.Kind;

        Assert.Equal([CommandKind.VmallocExec], executable);
    }

    [Fact]
    public void Records_its_own_caller_only_where_it_is_handed_one()
    {
        Assert.Equal(Caller.Direct, By(CommandKind.VmallocNodeInner, machine).Caller);
        Assert.Equal(Caller.Site, By(CommandKind.VmallocExec, machine).Caller);
    }

    [Fact]
    public void Is_zone_dma_where_there_is_no_dma32() =>
        Assert.Equal(
            (Gfp)0xd1, By(CommandKind.Vmalloc32, machine with { Dma32 = false }).Gfp);

    [Fact]
    public void Is_no_zone_where_all_memory_has_32_bit_addresses() =>
        Assert.Equal(
            Gfp.Kernel, By(CommandKind.Vmalloc32, machine with { LongBits = 32 }).Gfp);

    [Fact]
    public void Of_an_array_keeps_reclaim_bits_node_and_caller_and_drops_zones()
    {
        Asked array = By(CommandKind.Vmalloc32User, machine).ForArray(4800);

        Assert.Equal(
            new Asked(4800, 1, (Gfp)0x80d0, Pgprot.Kernel, -1, Caller.Site, false), array);
    }

    static Asked By(CommandKind kind, Machine on)
    {
        var call = new Call();
        call.Take(new Command(kind) { Size = 5000, Align = 0x8000, Gfp = Gfp.Atomic, Node = 1 });
        return Asked.By(call, on);
    }
}
